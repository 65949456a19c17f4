import { type IntervalProblem, linkStandardError, type Target } from "../interval-method.ts";
import { metricOf } from "./lagrangian.ts";
import { profilePoint } from "./profile-point.ts";

/** Points on each side of the mode, and the share of the way to a limit at which the last one lies. */
const [POINTS, REACH] = [20, 1.25];
/** Standard errors from the mode that an open side is followed. */
const OPEN_ERRORS = 5;
/** In standard errors: how closely the quantity is held. */
const HELD = 1e-9;

/** A point of a profile. */
export interface ProfileCurvePoint {
  /** The quantity on its link's scale. */
  held: number;
  /** How far −ln(likelihood × prior) is above its minimum, with all else at its best. */
  drop: number;
}

/** Limits of the quantity on its link's scale; null where there is none on that side. */
export interface ProfileEnds {
  lower: number | null;
  upper: number | null;
}

/**
 * The profile of a quantity from the mode to a little beyond its limits, or to five standard errors on a side without one.
 *
 * A side ends early where the quantity ceases to exist, or where the search for the minimum does not end.
 *
 * @returns Points in the order of the quantity, the mode among them; none where the quantity does not exist there.
 * @see Venzon & Moolgavkar (1988), Appl Stat 37:87–94. doi:10.2307/2347496
 */
export function profileCurve(
  problem: IntervalProblem,
  target: Target,
  ends: ProfileEnds,
): ProfileCurvePoint[] {
  const slope = new Float64Array(problem.minimum.x.length);
  const center = target.evaluate(problem.minimum.x, slope);
  if (center === null) return [];
  const error = linkStandardError(problem.covariance, slope) ?? 1;
  const side = (limit: number | null, sign: -1 | 1): ProfileCurvePoint[] => {
    const reach = limit === null ? OPEN_ERRORS * error : REACH * Math.abs(limit - center);
    return followed(problem, target, { center, step: (sign * reach) / POINTS, tolerance: HELD * error });
  };
  return [...side(ends.lower, -1).reverse(), { held: center, drop: 0 }, ...side(ends.upper, 1)];
}

/** One side of a profile, each point sought from where the last two point to. */
function followed(
  problem: IntervalProblem,
  target: Target,
  { center, step, tolerance }: { center: number; step: number; tolerance: number },
): ProfileCurvePoint[] {
  const { x, value } = problem.minimum;
  const metric = metricOf(problem)?.metric;
  const points: ProfileCurvePoint[] = [];
  let [behind, last] = [x, x];
  for (let i = 1; metric && i <= POINTS; i++) {
    const held = center + i * step;
    const ahead = last.map((v, k) => 2 * v - behind[k]!);
    const [found] = [ahead, last, x]
      .map((start) => profilePoint(problem, target, held, start, tolerance, metric))
      .filter((point) => point?.converged)
      .sort((a, b) => a!.value - b!.value);
    if (!found || !(found.value >= value)) break;
    points.push({ held, drop: found.value - value });
    [behind, last] = [last, found.theta];
  }
  return points;
}
