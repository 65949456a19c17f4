import { formatDay } from "./format-number.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The ISO date of a day that is counted from another.
 *
 * @param origin ISO date of day 0.
 * @example
 * dateOf("2024-03-01", 10.6); // "2024-03-12"
 */
export function dateOf(origin: string, day: number): string {
  const time = Date.parse(`${origin}T00:00:00Z`) + Math.round(day) * MILLISECONDS_PER_DAY;
  return new Date(time).toISOString().slice(0, 10);
}

/** "day 315", with its date where the file gave dates: "day 315, 2024-11-11". */
export function dayInWords(day: number, origin: string | null): string {
  const whole = Math.round(day);
  const words = `day ${formatDay(whole)}`;
  return origin === null ? words : `${words}, ${dateOf(origin, whole)}`;
}
