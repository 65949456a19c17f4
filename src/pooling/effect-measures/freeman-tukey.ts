/**
 * Freeman and Tukey's double arcsine of a proportion: the mean of two arcsines, one with and one without the next event.
 *
 * @param events In [0, n].
 * @param n Patients; > 0.
 * @returns Radians, between those of 0 of n and of n of n; never 0 or π/2.
 * @see Freeman & Tukey (1950), Ann Math Stat 21:607–611, halved. doi:10.1214/aoms/1177729756
 * @example
 * freemanTukey(18, 22); // 1.11318450376974
 */
export function freemanTukey(events: number, n: number): number {
  return 0.5 * (Math.asin(Math.sqrt(events / (n + 1))) + Math.asin(Math.sqrt((events + 1) / (n + 1))));
}

/**
 * The proportion of which n patients would have a given double arcsine; 0 or 1 where the value lies beyond theirs.
 *
 * @param value Radians.
 * @param n Patients; > 0, not necessarily whole.
 * @throws {RangeError} when n is not a positive finite number.
 * @see Miller (1978), Am Stat 32:138, unnumbered. doi:10.1080/00031305.1978.10479283
 * @example
 * freemanTukeyProportion(freemanTukey(18, 22), 22); // 18/22
 */
export function freemanTukeyProportion(value: number, n: number): number {
  if (!(n > 0 && n < Infinity)) throw new RangeError(`n must be positive and finite, got ${n}`);
  if (value <= freemanTukey(0, n)) return 0;
  if (value >= freemanTukey(n, n)) return 1;
  const sine = Math.sin(2 * value);
  const inner = sine + (sine - 1 / sine) / n;
  return 0.5 * (1 - Math.sign(Math.cos(2 * value)) * Math.sqrt(Math.max(0, 1 - inner * inner)));
}

/**
 * The rate at which a time at risk would have a given value of Freeman and Tukey's transformation; 0 where it lies below.
 *
 * @param value Root of events per unit of time, as of the measure IRFT.
 * @param time Time at risk; > 0.
 * @throws {RangeError} when the time is not a positive finite number.
 * @see Freeman & Tukey (1950), Ann Math Stat 21:607–611, the Poisson case; solved for the events.
 * @example
 * freemanTukeyRate(0.25, 4); // 0
 */
export function freemanTukeyRate(value: number, time: number): number {
  if (!(time > 0 && time < Infinity)) throw new RangeError(`time must be positive and finite, got ${time}`);
  const sum = 2 * value * Math.sqrt(time); // √events + √(events + 1)
  return sum <= 1 ? 0 : (sum - 1 / sum) ** 2 / (4 * time);
}
