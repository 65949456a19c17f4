import type { DesignSettings } from "../trial-design.ts";

/** Most units of one patient, and most patients: a schedule that people can follow. */
const MOST = 10_000;

/**
 * Checks the names of a design's treatments.
 *
 * @throws {RangeError} when there are fewer than needed, or two are alike.
 */
export function checkTreatments({ treatments }: DesignSettings, least = 2, most = 20): string[] {
  const named = Array.isArray(treatments) && treatments.every((t) => typeof t === "string" && t !== "");
  if (!named) throw new RangeError("treatments must be a list of names");
  const { length } = treatments;
  if (length < least || length > most) {
    const needed = least === most ? `${least}` : `${least} to ${most}`;
    throw new RangeError(`treatments must be ${needed} names, got ${length}`);
  }
  if (new Set(treatments).size < length)
    throw new RangeError(`treatments must have different names, got ${treatments.join(", ")}`);
  return [...treatments];
}

/**
 * Checks a whole number among the settings.
 *
 * @throws {RangeError} when it is none, or below `least`.
 */
export function checkWhole(setting: string, value: unknown, least: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > MOST)
    throw new RangeError(`${setting} must be a whole number from ${least} to ${MOST}, got ${value}`);
  return value;
}

/**
 * Checks a list of whole numbers among the settings.
 *
 * @throws {RangeError} when it is empty, or one of them is not a whole number of at least `least`.
 */
export function checkWholes(setting: string, values: unknown, least: number): number[] {
  if (!Array.isArray(values) || values.length === 0)
    throw new RangeError(`${setting} must be a list of whole numbers`);
  return values.map((value) => checkWhole(setting, value, least));
}
