import { findRoot } from "../optimize/find-root.ts";
import { normalRangeLogCdf, normalRangeLogDensity, normalRangeLogSurvival } from "./normal-range.ts";
import { logScaleMean } from "./scale-mean.ts";

/** From this q on the upper tail is its leading power, whatever the other parameters. */
const FAR = 1e150;

/** Width of the peak at S = s: that of the density of ln S, at most that of the range's own rise. */
function widthAt(s: number, degreesOfFreedom: number): number {
  return Math.min(0.3, 1 / Math.sqrt(degreesOfFreedom * (1 + s * s)));
}

/** exp of the root in [from, to] of a function that falls, to a fraction of the peak's width there. */
function peakBetween(
  slope: (u: number) => number,
  from: number,
  to: number,
  degreesOfFreedom: number,
): number {
  let low = from;
  while (slope(low) <= 0 && low > -1000) low -= 1;
  return Math.exp(findRoot(slope, low, to, 0.1 * widthAt(1, degreesOfFreedom)) ?? to);
}

/**
 * ln P(Q ≤ q) for the studentised range Q = R/S: the mean over S = √(χ²/ν) of the range's distribution at qS.
 *
 * @param q > 0 and finite.
 * @param degreesOfFreedom > 0 and finite.
 * @see Copenhaver & Holland (1988), J Stat Comput Simul 30:1–15, equation 1.1. doi:10.1080/00949658808811082
 */
export function logStudentizedRangeCdf(q: number, nGroups: number, degreesOfFreedom: number): number {
  const nu = degreesOfFreedom;
  const slope = (u: number): number => {
    const w = q * Math.exp(u);
    const pull = w * Math.exp(normalRangeLogDensity(w, nGroups).value - normalRangeLogCdf(w, nGroups));
    return pull - nu * Math.expm1(2 * u);
  };
  // The range's cdf grows at most like w^(k − 1).
  const s = peakBetween(slope, 0, 0.5 * Math.log1p((nGroups - 1) / nu), nu);
  return logScaleMean(nu, s, widthAt(s, nu), (u) => normalRangeLogCdf(q * s * Math.exp(u), nGroups));
}

/** ln P(Q > q), the mean over S of the range's survival at qS. */
export function logStudentizedRangeSurvival(q: number, nGroups: number, degreesOfFreedom: number): number {
  const nu = degreesOfFreedom;
  if (q > FAR) return logStudentizedRangeSurvival(FAR, nGroups, nu) - nu * Math.log(q / FAR);
  const slope = (u: number): number => {
    const w = q * Math.exp(u);
    const pull = w * Math.exp(normalRangeLogDensity(w, nGroups).value - normalRangeLogSurvival(w, nGroups));
    return -pull - nu * Math.expm1(2 * u);
  };
  // Far out the range's survival falls like e^(−w²/4).
  const s = peakBetween(slope, -Math.log(Math.hypot(1, q / Math.sqrt(2 * nu))), 0, nu);
  return logScaleMean(nu, s, widthAt(s, nu), (u) => normalRangeLogSurvival(q * s * Math.exp(u), nGroups));
}

/** ln of the density of Q: the mean over S of S times the range's density at qS. */
export function logStudentizedRangeDensity(q: number, nGroups: number, degreesOfFreedom: number): number {
  const nu = degreesOfFreedom;
  if (q > FAR) return logStudentizedRangeDensity(FAR, nGroups, nu) - (nu + 1) * Math.log(q / FAR);
  const slope = (u: number): number => {
    const w = q * Math.exp(u);
    return 1 + w * normalRangeLogDensity(w, nGroups).slope - nu * Math.expm1(2 * u);
  };
  const from = 0.5 * Math.log(1 + nu) - Math.log(Math.hypot(Math.sqrt(nu), q * Math.SQRT1_2));
  const s = peakBetween(slope, from, 0.5 * Math.log1p((nGroups - 1) / nu), nu);
  const logS = Math.log(s);
  return logScaleMean(nu, s, widthAt(s, nu), (u) => {
    return logS + u + normalRangeLogDensity(q * s * Math.exp(u), nGroups).value;
  });
}
