import { chiSquared } from "../../../math/distributions/chi-squared.ts";
import { findRoot } from "../../../math/optimize/find-root.ts";
import { highestAtMean, highestAtSpread } from "../highest-counts.ts";
import type { CountLimits } from "./count-limits.ts";

const TOLERANCE = 1e-9;

/** Where a profile falls below its threshold, going out from the top in growing steps; null where it never does. */
function crossing(height: (x: number) => number, top: number, step: number, end: number): number | null {
  let inside = top;
  for (let size = step; ; size *= 2) {
    const outside = step > 0 ? Math.min(inside + size, end) : Math.max(inside + size, end);
    if (height(outside) < 0) return findRoot(height, inside, outside, TOLERANCE);
    if (outside === end) return null;
    inside = outside;
  }
}

/** How far from its estimate a mean is followed, on a log scale. */
const REACH = 40;

/**
 * Limits where the likelihood, highest over the other parameter, falls by half a quantile of χ² with one degree of freedom. They
 * follow a lopsided likelihood, and leave a side open on which it never falls so far.
 *
 * @see Venzon & Moolgavkar (1988), Appl Stat 37:87–94. doi:10.2307/2347496
 * @example
 * poolCounts(series, { limits: profileLimits }).estimates[0]?.method; // "profile"
 */
export const profileLimits: CountLimits = {
  name: "profile",
  label: "Profile likelihood",
  reference: "Venzon & Moolgavkar (1988), doi:10.2307/2347496",
  mean({ joint, mean, value, standardError }, level) {
    const fall = 0.5 * chiSquared.quantile(level, 1);
    const height = (at: number): number => highestAtMean(joint, at).value - value + fall;
    const step = Math.min(Math.max(standardError ?? 1, 0.01), 5);
    return {
      lower: crossing(height, mean, -step, mean - REACH),
      upper: crossing(height, mean, step, mean + REACH),
    };
  },
  spread({ joint, spread, value }, level) {
    const { largest, ends } = joint.model.spread;
    const fall = 0.5 * chiSquared.quantile(level, 1);
    const height = (at: number): number => highestAtSpread(joint, at).value - value + fall;
    const lower = spread === 0 || height(0) >= 0 ? 0 : findRoot(height, 0, spread, TOLERANCE);
    const upper = spread >= largest ? null : crossing(height, spread, Math.max(0.5 * spread, 0.1), largest);
    return { lower, upper: upper ?? (ends ? largest : null) };
  },
};
