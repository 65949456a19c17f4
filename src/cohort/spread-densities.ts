import type { SpreadDensity } from "../schema/spread-density.ts";
import type { SpreadTarget } from "./between-patients.ts";

const N_POINTS = 61;
/** Half-normal scales that are drawn at least. */
const SCALES = 2.5;

/** The density of the half-normal prior, and the posterior's as it is given, from 0 to where both have ended. */
export function spreadDensity(
  { parameter, label, unit, of }: SpreadTarget,
  farthest: number,
  posterior: (value: number) => number,
): SpreadDensity {
  const { spreadScale } = of;
  const end = Math.max(SCALES * spreadScale, farthest);
  return {
    parameter,
    label,
    unit,
    points: Array.from({ length: N_POINTS }, (_, i) => {
      const value = (end * i) / (N_POINTS - 1);
      const prior = Math.sqrt(2 / Math.PI) * (Math.exp(-0.5 * (value / spreadScale) ** 2) / spreadScale);
      return { value, prior, posterior: posterior(value) };
    }),
  };
}

/** The density of a variable whose logarithm is normal. */
export function logNormalDensity(mean: number, sd: number): (value: number) => number {
  return (value) =>
    value > 0
      ? Math.exp(-0.5 * ((Math.log(value) - mean) / sd) ** 2) / (sd * value * Math.sqrt(2 * Math.PI))
      : 0;
}

/**
 * A kernel estimate of the density of positive draws, reflected at 0, where a spread may well lie.
 *
 * @see Silverman (1986), Density Estimation for Statistics and Data Analysis, sections 2.10 (reflection) and 3.4.2 (width).
 */
export function reflectedDensity(sorted: Float64Array): (value: number) => number {
  const n = sorted.length;
  const mean = sorted.reduce((a, b) => a + b, 0) / n;
  const sd = Math.sqrt(sorted.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n);
  const quartiles = (sorted[Math.floor(0.75 * n)]! - sorted[Math.floor(0.25 * n)]!) / 1.34;
  const width = 0.9 * Math.min(sd, quartiles > 0 ? quartiles : sd) * n ** -0.2;
  const kernel = (z: number): number => Math.exp(-0.5 * z * z);
  const height = 1 / (n * width * Math.sqrt(2 * Math.PI));
  return (value) => {
    let sum = 0;
    for (const draw of sorted) sum += kernel((value - draw) / width) + kernel((value + draw) / width);
    return sum * height;
  };
}
