const DAYS: { readonly [unit: string]: number } = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/**
 * How many of a unit of time are one day, for priors stated in days.
 *
 * @returns null for a unit of which nobody knows the days.
 */
export function perDay(timeUnit: string): number | null {
  const days = DAYS[timeUnit];
  return days === undefined ? null : 1 / days;
}

/** The units of which the days are known. */
export const timeUnits: readonly string[] = Object.keys(DAYS);
