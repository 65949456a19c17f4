import type { Interval } from "../../inference/interval-method.ts";
import type { RelapseRow } from "../../schema/relapse.ts";
import type { CoxSnellResidual, SurvivalPoint } from "../../schema/relapse-result.ts";
import type { TimedCourse } from "../likelihood/relapse-likelihood.ts";
import { placeAt } from "../likelihood/relapse-parameters.ts";
import type { RelapseReading } from "./relapse-reading.ts";

const N_STEPS = 40;
/** The curve goes on to where so many have relapsed, but not beyond so many times the last time seen. */
const SHARE = 0.95;
const FARTHEST = 3;

/** Times of the curve after 0: evenly spaced up to the last time seen, and beyond it where many are still well then. */
export function curveTimes(reading: RelapseReading, mode: ArrayLike<number>, lastTime: number): number[] {
  const { place, law } = reading.at(mode);
  const late = Math.exp(place + law.quantile(SHARE));
  const end = Math.min(Math.max(late, lastTime), FARTHEST * lastTime);
  return Array.from({ length: N_STEPS }, (_, i) => ((i + 1) / N_STEPS) * end);
}

/** The curve with its pointwise band, from time 0 on, where all are well. */
export function curvePoints(times: readonly number[], band: readonly Interval[]): SurvivalPoint[] {
  const points = times.map((time, i): SurvivalPoint => {
    const { estimate, standardError, lower, upper } = band[i]!;
    return { time, survival: estimate, standardError, lower, upper };
  });
  return [{ time: 0, survival: 1, standardError: 0, lower: 1, upper: 1 }, ...points];
}

/**
 * Cox–Snell residuals at the mode: the cumulative hazard Λ at each course's own times, which is a standard exponential
 * time where the model is right, and known within limits as the time is.
 *
 * @see Cox & Snell (1968), J R Stat Soc B 30:248–275, section 6; Farrington (2000), Biometrics 56:473–482 (intervals).
 * doi:10.1111/j.0006-341X.2000.00473.x
 */
export function coxSnellResiduals(
  reading: RelapseReading,
  mode: ArrayLike<number>,
  rows: readonly RelapseRow[],
  courses: readonly TimedCourse[],
): CoxSnellResidual[] {
  const { law } = reading.at(mode);
  return courses.map(({ from, to, centered }, i) => {
    const place = placeAt(reading.parameters, mode, centered);
    const hazardAt = (x: number): number => (x === -Infinity ? 0 : -law.logSurvival(x - place).value + 0);
    const { patient, course } = rows[i]!;
    return {
      ...(patient !== undefined && { patient }),
      ...(course !== undefined && { course }),
      lower: hazardAt(from),
      upper: to === Infinity ? null : hazardAt(to),
    };
  });
}
