import { type IntervalProblem, linkStandardError, type Target } from "../interval-method.ts";
import { metricOf } from "./lagrangian.ts";
import { type ProfilePoint, profilePoint } from "./profile-point.ts";

/** Points on each side of the mode, and the share of the way to a limit at which the last one lies. */
const [POINTS, REACH] = [20, 1.25];
/**
 * How far from the mode an open side is followed: in standard errors, and at most this factor, of the odds on a logit scale. Where
 * the mode is so flat that its standard errors say nothing, they would lead to numbers that no quantity has; the factor is a convention.
 *
 * @see Raue et al. (2009), Bioinformatics 25:1923–1929 (practical non-identifiability). doi:10.1093/bioinformatics/btp358
 */
const [OPEN_ERRORS, OPEN_FACTOR] = [5, 100];
/** By this share of itself the objective may lie below the mode by rounding; and a difference of objectives that matters. */
const [ROUNDING, CLEARLY] = [1e-9, 1e-3];
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
 * The profile of a quantity from the mode to a little beyond its limits. On a side without one it goes to five standard errors,
 * on log and logit scales to a hundred times the best value or its odds at most.
 *
 * A side ends early where the quantity ceases to exist, or where no search for the minimum ends.
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
  const farthest = openReach(target, error);
  const tolerance = HELD * Math.min(error, farthest);
  const side = (limit: number | null, sign: -1 | 1): ProfileCurvePoint[] => {
    const reach = limit === null ? farthest : REACH * Math.abs(limit - center);
    return followed(problem, target, { center, step: (sign * reach) / POINTS, tolerance });
  };
  return [...side(ends.lower, -1).reverse(), { held: center, drop: 0 }, ...side(ends.upper, 1)];
}

function openReach({ link }: Target, error: number): number {
  const reach = OPEN_ERRORS * error;
  return link === "identity" ? reach : Math.min(reach, Math.log(OPEN_FACTOR));
}

/**
 * The lowest end of a search, null where none has come to an end.
 *
 * One that followed a floor which falls for ever counts where it is clearly lower, for the minimum is lower still and the searches that
 * ended did so at worse ones.
 */
function lowestOf(sought: readonly ProfilePoint[]): ProfilePoint | null {
  const ascending = [...sought].sort((a, b) => a.value - b.value);
  const ended = ascending.find(({ converged }) => converged);
  if (!ended) return null;
  return ended.value - ascending[0]!.value > CLEARLY ? ascending[0]! : ended;
}

/** One side of a profile, each point sought from where the last two point to, from the last one and from the mode. */
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
    const sought = [ahead, last, x]
      .map((start) => profilePoint(problem, target, held, start, tolerance, metric))
      .filter((point) => point !== null);
    const found = lowestOf(sought);
    if (!found || found.value < value - ROUNDING * (1 + Math.abs(value))) break;
    points.push({ held, drop: Math.max(0, found.value - value) });
    [behind, last] = [last, found.theta];
  }
  return points;
}
