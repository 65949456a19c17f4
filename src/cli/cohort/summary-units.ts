/** A unit of time with its length in days. */
export interface DurationUnit {
  name: string;
  days: number;
}

/** Units in which papers print durations; months and years are those of the Julian calendar. */
export const durationUnits: readonly DurationUnit[] = [
  { name: "day", days: 1 },
  { name: "week", days: 7 },
  { name: "month", days: 365.25 / 12 },
  { name: "year", days: 365.25 },
];

/** The unit of a name, in the singular or the plural; undefined where it is none of time. */
export function durationUnit(name: string | undefined): DurationUnit | undefined {
  const singular = name?.trim().toLowerCase().replace(/s$/u, "");
  return durationUnits.find((unit) => unit.name === singular);
}
