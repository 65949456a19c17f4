import type { Warning } from "../../schema/provenance.ts";
import {
  type IntervalMethod,
  type IntervalProblem,
  linkStandardError,
  naturalInterval,
  noInterval,
  type Target,
} from "../interval-method.ts";
import { wald } from "../wald.ts";
import { contourExtremum } from "./profile-contour.ts";
import { traceLimit } from "./profile-trace.ts";

/**
 * Profile intervals: the values of a quantity for which the log posterior, maximised over everything else, stays
 * within the drop.
 *
 * Each end is the extremum of the quantity on the contour of that drop, found by Newton's method on the Lagrangian;
 * where that fails the profile is traced outward from the mode. An end that the contour never closes is null.
 *
 * @see Venzon & Moolgavkar (1988), Appl Stat 37:87–94, equations 2–5. doi:10.2307/2347496
 */
export const profile: IntervalMethod = {
  name: "profile",
  reference: "Venzon & Moolgavkar (1988), doi:10.2307/2347496",
  band: wald,
  coarse: wald,
  estimate(problem, targets) {
    const gradient = new Float64Array(problem.minimum.x.length);
    const intervals = targets.map((target) => {
      const value = target.evaluate(problem.minimum.x, gradient);
      if (value === null) return noInterval;
      const error = linkStandardError(problem.covariance, gradient);
      return naturalInterval(
        target.link,
        value,
        error,
        profileLimit(problem, target, -1),
        profileLimit(problem, target, 1),
      );
    });
    return { intervals, draws: null, posterior: null, warnings: [tooNarrow] };
  },
};

const tooNarrow: Warning = {
  code: "undercovers",
  message:
    "Profile intervals tend to be too narrow with few observations: they show what these and the priors say about one curve, not a guaranteed coverage.",
};

/** One end of a profile interval on the target's link scale; null where it is open. */
export function profileLimit(problem: IntervalProblem, target: Target, side: -1 | 1): number | null {
  return contourExtremum(problem, target, side) ?? traceLimit(problem, target, side);
}
