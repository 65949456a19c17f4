/** @throws {RangeError} when a level is not in (0, 1). */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
}

/** @throws {RangeError} when a unit has no name. */
export function checkTimeUnit(timeUnit: string): void {
  if (typeof timeUnit !== "string" || timeUnit.trim() === "")
    throw new RangeError(`timeUnit must name a unit such as "day", got ${JSON.stringify(timeUnit)}`);
}

/** @throws {RangeError} when a count of random draws is not a whole number from 0 on. */
export function checkCount(name: string, count: number): void {
  if (!(Number.isSafeInteger(count) && count >= 0))
    throw new RangeError(`${name} must be a whole number of at least 0, got ${count}`);
}
