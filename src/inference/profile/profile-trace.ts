import { choleskySolve } from "../../math/linear/cholesky.ts";
import { dot, type Matrix } from "../../math/linear/matrix.ts";
import { type IntervalProblem, linkStandardError, type Target } from "../interval-method.ts";
import { metricOf } from "./lagrangian.ts";
import { profilePoint } from "./profile-point.ts";

/** How far from the mode an end is looked for: on log and logit scales, and in standard errors elsewhere. */
const FARTHEST_LINK = 25;
const FARTHEST_ERRORS = 200;
const MOST_POINTS = 60;
/** In standard errors: how closely an end is known, how closely the target is held, the shortest step, and a long one. */
const CLOSE = 1e-6;
const HELD = 1e-9;
const SHORTEST = 1e-4;
const LONG = 0.1;
/**
 * From this standard error on a log or logit scale on, five of which lie beyond the farthest, it says nothing of how wide the profile
 * is; the way outward from a parameter is then tried once more as if it were this.
 */
const [WIDEST, SUPPOSED] = [5, 0.5];
/** A profile that is lower by less than this share has not fallen again. */
const SAME = 1 - 1e-6;
/** A profile that comes no nearer than this share to where it should end has been torn off there. */
const TORN = 0.99;

/** A point of the profile, by its distance outward from the mode. */
interface Station {
  distance: number;
  theta: Float64Array;
  /** Signed root of twice the drop, and its derivative by the distance. */
  root: number;
  slope: number;
  converged: boolean;
}

/** A profile on one side of the mode. */
interface Side {
  problem: IntervalProblem;
  target: Target;
  center: number;
  side: -1 | 1;
  error: number;
  metric: Matrix;
  /** Whether each point is sought from two places, which costs twice the time: where the mode is flat, there are more minima. */
  isThorough: boolean;
}

/** The profile at a distance, searched from near a station; null where no minimum is found, or one below the mode. */
function stationAt(profile: Side, distance: number, near: Float64Array): Station | null {
  const { problem, target, center, side, error, metric } = profile;
  const found = profilePoint(problem, target, center + side * distance, near, HELD * error, metric);
  const fallen = found ? 2 * (found.value - problem.minimum.value) : -1;
  if (!found || !(fallen >= 0)) return null;
  const root = Math.sqrt(fallen);
  return {
    distance,
    theta: found.theta,
    root,
    slope: root > 0 ? (side * found.multiplier) / root : 1 / error,
    converged: found.converged,
  };
}

/** The parameters at a distance if they go on as they went from one station to another. */
function extrapolated(from: Station, to: Station, distance: number): Float64Array {
  const share = (distance - to.distance) / (to.distance - from.distance);
  return to.theta.map((v, i) => v + share * (v - from.theta[i]!));
}

/** The profile at a distance, sought from where two stations point to, and from the outer one. */
function nextStation(profile: Side, behind: Station, inside: Station, distance: number): Station | null {
  const ahead = stationAt(profile, distance, extrapolated(behind, inside, distance));
  if (ahead && !profile.isThorough) return ahead;
  const beside = stationAt(profile, distance, inside.theta);
  return ahead && beside && ahead.root <= beside.root ? ahead : (beside ?? ahead);
}

/**
 * Whether a point goes on from the one inside. A profile that falls again after a long step is that of another branch.
 * Above the goal, the point proves itself outside where the search has come to a minimum and the profile rises: a flat one
 * may be that of parameters at which the model no longer says anything.
 */
function goesOn(profile: Side, inside: Station, found: Station, goal: number): boolean {
  if (found.root > goal) return found.converged && found.slope > 0;
  return found.root >= SAME * inside.root || found.distance - inside.distance < LONG * profile.error;
}

/** The distance at which Newton's method expects the goal, kept between what is inside and what is outside. */
function nextDistance(
  found: Station,
  inside: Station,
  outside: Station | null,
  goal: number,
  longest: number,
): number {
  const wanted = found.slope > 0 ? found.distance + (goal - found.root) / found.slope : Infinity;
  if (!outside) return Math.min(wanted, inside.distance + longest);
  const near = found.root <= 1.5 * goal && wanted > inside.distance && wanted < outside.distance;
  return near ? wanted : 0.5 * (inside.distance + outside.distance);
}

/** The mode, and a point behind it from which the way outward goes through the mode. */
function firstStations(
  { problem, target, side, error }: Side,
  factor: Matrix,
): [behind: Station, inside: Station] {
  const { x } = problem.minimum;
  const slope = new Float64Array(x.length);
  target.evaluate(x, slope);
  const outward = choleskySolve(factor, slope);
  const unit = (side * error) / dot(slope, outward);
  const mode: Station = { distance: 0, theta: x, root: 0, slope: 1 / error, converged: true };
  return [{ ...mode, distance: -error, theta: x.map((v, i) => v - unit * outward[i]!) }, mode];
}

/** The distance at which the profile has fallen to the goal; null where it is not found within the farthest. */
function distanceTo(profile: Side, first: [Station, Station], goal: number, farthest: number): number | null {
  const { error } = profile;
  let [behind, inside] = first;
  let outside: Station | null = null;
  let longest = Math.min(0.5 * error * goal, farthest / 4);
  let distance = longest;
  for (let points = 0; points < MOST_POINTS && inside.distance < farthest; points++) {
    const found: Station | null = nextStation(profile, behind, inside, distance);
    if (!found || !goesOn(profile, inside, found, goal)) {
      longest = (distance - inside.distance) / 4;
      if (longest < SHORTEST * error) break;
      distance = inside.distance + longest;
      continue;
    }
    const rest = (goal - found.root) / found.slope;
    if (found.converged && Math.abs(rest) < CLOSE * error) return distance + rest;
    if (found.root > goal) outside = found;
    else [behind, inside] = [inside, found];
    if (outside && outside.distance - inside.distance < CLOSE * error) break;
    longest = Math.min(
      Math.max(4 * longest, 2 * error),
      2 * Math.max(inside.distance, error),
      farthest - inside.distance,
    );
    distance = nextDistance(found, inside, outside, goal, longest);
  }
  return inside.root > TORN * goal ? inside.distance + (goal - inside.root) / inside.slope : null;
}

/**
 * Follows the profile outward from the mode to where it has fallen by the drop, by Newton's method on the signed root
 * of the drop, which is straight where the posterior is normal.
 *
 * @returns The end on the link's scale, or null where the profile never falls that far, or the quantity ceases to
 * exist before it does.
 */
export function traceLimit(problem: IntervalProblem, target: Target, side: -1 | 1): number | null {
  const slope = new Float64Array(problem.minimum.x.length);
  const center = target.evaluate(problem.minimum.x, slope);
  const metric = metricOf(problem);
  if (center === null || !metric) return null;
  const error = linkStandardError(problem.covariance, slope) ?? 1;
  const farthest = target.link === "identity" ? FARTHEST_ERRORS * error : FARTHEST_LINK;
  const goal = Math.sqrt(2 * problem.drop);
  const profile: Side = { problem, target, center, side, error, metric: metric.metric, isThorough: false };
  const distance =
    distanceTo(profile, firstStations(profile, metric.factor), goal, farthest) ??
    (error > WIDEST && isQuick(profile, slope) ? distanceTo(...fromFlatMode(profile), goal, farthest) : null);
  return distance === null ? null : center + side * distance;
}

/** Whether a second way outward takes little time: that of a parameter on a log or logit scale, not of what is computed from several. */
function isQuick({ problem, target }: Side, slope: Float64Array): boolean {
  return !problem.costly && target.link !== "identity" && slope.filter((v) => v !== 0).length === 1;
}

/** A side as if the mode were of ordinary width, with stations that point nowhere: a flat mode's way outward leads far astray. */
function fromFlatMode(profile: Side): [side: Side, stations: [behind: Station, inside: Station]] {
  const error = SUPPOSED;
  const { x } = profile.problem.minimum;
  const mode: Station = { distance: 0, theta: x, root: 0, slope: 1 / error, converged: true };
  return [{ ...profile, error, isThorough: true }, [{ ...mode, distance: -error }, mode]];
}
