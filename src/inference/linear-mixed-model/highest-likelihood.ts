import { EstimationError } from "../../errors.ts";
import { numericalGradient } from "../../math/derivatives/central-differences.ts";
import { minimizeBfgs } from "../../math/optimize/minimize-bfgs.ts";
import { minimizeBrent } from "../../math/optimize/minimize-brent.ts";
import { multiStart } from "../../math/optimize/multi-start.ts";
import type { PreparedModel } from "./prepare-mixed-model.ts";
import type { ProfiledFit, RelativeCovariance } from "./profiled-deviance.ts";
import type { CoordinateKind, SearchCoordinates } from "./search-coordinates.ts";

/** Where the search for the highest likelihood ended. */
export interface Highest {
  at: Float64Array;
  converged: boolean;
}

/** Relative spreads, and places between the limits of the correlation, that are tried before the searches. */
const SPREADS = [0.3, 1, 3];
const PLACES = [-4, -1.5, 0, 1.5, 4];
/** Covariances that are tried, as shares of the spread. */
const SHARES = [-0.7, 0, 0.7];
/** Points of a search along one line. */
const LINE_POINTS = 17;
/** Searches from the best points tried, each of another correlation, or spread where there is none. */
const SEARCHES = 3;
/** Deviances over a line that differ by less say nothing of where its best point is. */
const FLAT = 1e-9;

type Deviance = (at: ArrayLike<number>) => number;

/** The correlation alone: every valley among evenly spread points is followed to its bottom. */
function searchLine(deviance: Deviance, lower: number, upper: number): Highest {
  const points = Array.from(
    { length: LINE_POINTS },
    (_, i) => lower + ((upper - lower) * i) / (LINE_POINTS - 1),
  );
  const values = points.map((point) => deviance([point]));
  if (Math.max(...values) - Math.min(...values) < FLAT) {
    const text =
      "Cannot fit the correlation: every value has the same likelihood; needs more scores than columns";
    throw new EstimationError("not-identifiable", text);
  }
  const bottoms = points.flatMap((_, i) => {
    const [before, after] = [values[i - 1] ?? Infinity, values[i + 1] ?? Infinity];
    if (!(values[i]! <= before && values[i]! <= after)) return [];
    const from = points[Math.max(0, i - 1)]!;
    const to = points[Math.min(LINE_POINTS - 1, i + 1)]!;
    const found = minimizeBrent((point) => deviance([point]), from, to);
    const end = { x: points[i]!, value: values[i]!, converged: true };
    return found.value < end.value ? [found] : [end];
  });
  const { x, converged } = bottoms.reduce((a, b) => (b.value < a.value ? b : a));
  return { at: Float64Array.of(x), converged };
}

/** Points spread over spreads, covariances and correlations, the other coordinates at 0; in families of one correlation, or spread. */
function candidates({ list }: SearchCoordinates): { family: number; start: number[] }[] {
  const tried = (kind: CoordinateKind, values: readonly number[]): readonly number[] =>
    list.some((one) => one.kind === kind) ? values : [0];
  return tried("spread", SPREADS).flatMap((spread) =>
    tried("covariance", SHARES).flatMap((share) =>
      tried("correlation", PLACES).map((correlation) => {
        const values = { spread, covariance: share * spread, ratio: 0, correlation };
        const family = list.at(-1)?.kind === "correlation" ? correlation : spread;
        return { family, start: list.map(({ kind }) => values[kind]) };
      }),
    ),
  );
}

function searchFrom(deviance: Deviance, coordinates: SearchCoordinates, start: readonly number[]) {
  const { list } = coordinates;
  return minimizeBfgs(
    (x, gradient) => {
      const slopes = numericalGradient(deviance, x);
      if (!slopes) return Infinity;
      gradient.set(slopes);
      return deviance(x);
    },
    start,
    { lower: list.map(({ lower }) => lower), upper: list.map(({ upper }) => upper) },
  );
}

/**
 * The coordinates of highest likelihood: along a line for a correlation alone, else by quasi-Newton searches from the best of
 * up to 45 points spread over variances, covariances and correlation.
 *
 * @throws {EstimationError} `not-identifiable` where the likelihood doesn't depend on the correlation.
 */
export function highestLikelihood(
  coordinates: SearchCoordinates,
  profiled: (at: RelativeCovariance) => ProfiledFit,
): Highest {
  const { list } = coordinates;
  const deviance: Deviance = (at) => {
    const value = profiled(coordinates.decode(at)).deviance;
    return Number.isNaN(value) ? Infinity : value;
  };
  if (list.length === 0) return { at: new Float64Array(0), converged: true };
  const [only] = list;
  if (list.length === 1 && only!.kind === "correlation")
    return searchLine(deviance, only!.lower, only!.upper);
  const tried = candidates(coordinates).map((one) => ({ ...one, value: deviance(one.start) }));
  const sorted = tried.sort((a, b) => a.value - b.value);
  const starts = sorted.filter(({ family }, i) => sorted.findIndex((one) => one.family === family) === i);
  const { best } = multiStart(
    ({ start }) => searchFrom(deviance, coordinates, start),
    starts.slice(0, SEARCHES),
  );
  return { at: best.x, converged: best.converged };
}

/** True where the likelihood still grows as the correlation nears a limit: there is no best value. */
export function growsTowardsLimit(
  { correlation, typicalGap }: PreparedModel,
  profiled: (at: RelativeCovariance) => ProfiledFit,
  at: RelativeCovariance,
  coordinate: number,
): boolean {
  const { parameter } = correlation;
  if (!parameter) return false;
  const inside = parameter.fromCoordinate(coordinate - 4 * Math.sign(coordinate), typicalGap);
  const nearer = profiled(at).deviance;
  return profiled({ ...at, phi: inside }).deviance - nearer > 0.01;
}
