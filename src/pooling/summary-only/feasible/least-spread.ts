import { independentRows, reduceRows } from "./gap-rows.ts";
import { type GapWeights, meanWeights } from "./order-statistic.ts";
import { regionRows, type SampleRegion, sharedSquares } from "./sample-region.ts";

/** Ends of one linear function. */
export interface LinearEnds {
  lower: number;
  upper: number;
}

/** What the samples of little spread say. */
export interface LeastSpread {
  /** Least sum of squares about the mean; infinite where no sample meets the linear conditions. */
  squares: number;
  /** Ends of each function over the samples whose spread is at most the one allowed. */
  ends: LinearEnds[];
}

/** A flat piece of the region: a point, directions along it, and what the directions share of the squares. */
interface Face {
  /** Gaps that differ from zero; all others are zero. */
  gaps: readonly number[];
  point: Float64Array;
  directions: Float64Array[];
  /** Inverse of the directions' matrix of squares. */
  inverse: number[][];
}

/** Inverse of a small positive definite matrix; undefined where it is not. */
function inverseOf(matrix: number[][]): number[][] | undefined {
  const n = matrix.length;
  const scale = Math.max(...matrix.map((row, i) => row[i]!), 0);
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < n; k++) {
    const pivot = rows[k]![k]!;
    if (pivot <= 1e-10 * scale) return undefined;
    rows[k] = rows[k]!.map((value) => value / pivot);
    for (let i = 0; i < n; i++) {
      const factor = rows[i]![k]!;
      if (i !== k && factor !== 0) rows[i] = rows[i]!.map((value, j) => value - factor * rows[k]![j]!);
    }
  }
  return rows.map((row) => row.slice(n));
}

function sharedBy(n: number, first: Float64Array, second: Float64Array, gaps: readonly number[]): number {
  let sum = 0;
  for (const p of gaps) for (const q of gaps) sum += first[p]! * second[q]! * sharedSquares(n, p, q);
  return sum;
}

/** A linear function of a point or a direction that is zero beyond some gaps. */
function dot(weights: GapWeights, direction: Float64Array, gaps: readonly number[]): number {
  return gaps.reduce((sum, gap) => sum + direction[gap]! * weights(gap), 0);
}

/** Moves from a point along directions. */
function moved(
  point: Float64Array,
  directions: readonly Float64Array[],
  by: readonly number[],
  gaps: readonly number[],
): Float64Array {
  const result = point.slice();
  for (const [k, direction] of directions.entries()) {
    for (const gap of gaps) result[gap]! += by[k]! * direction[gap]!;
  }
  return result;
}

function times(matrix: readonly number[][], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value * vector[j]!, 0));
}

/** The flat piece where only these gaps differ from zero, with its sample of least spread; undefined where there is none. */
function faceOn(
  rows: readonly Float64Array[],
  gaps: readonly number[],
  region: SampleRegion,
): Face | undefined {
  const { n, tolerance } = region;
  const reduced = reduceRows(rows, gaps, tolerance);
  if (!reduced.consistent) return undefined;
  const start = new Float64Array(n + 1);
  for (const [i, pivot] of reduced.pivots.entries()) start[gaps[pivot]!] = reduced.rows[i]![gaps.length]!;
  const directions = reduced.free.map((free) => {
    const direction = new Float64Array(n + 1);
    direction[gaps[free]!] = 1;
    for (const [i, pivot] of reduced.pivots.entries()) direction[gaps[pivot]!] = -reduced.rows[i]![free]!;
    return direction;
  });
  const inverse = inverseOf(directions.map((a) => directions.map((b) => sharedBy(n, a, b, gaps))));
  if (inverse === undefined) return undefined;
  const fall = times(
    inverse,
    directions.map((direction) => -sharedBy(n, direction, start, gaps)),
  );
  return { gaps, point: moved(start, directions, fall, gaps), directions, inverse };
}

function isInside(
  point: Float64Array,
  gaps: readonly number[],
  { n, mean, tolerance }: SampleRegion,
): boolean {
  if (gaps.some((gap) => point[gap]! < -tolerance)) return false;
  const average = dot(meanWeights(n), point, gaps);
  return average >= mean.lower - tolerance && average <= mean.upper + tolerance;
}

/** The two samples of a face with the allowed spread and the least and most of a linear function. */
function farthest(face: Face, weights: GapWeights, room: number): Float64Array[] {
  const slopes = face.directions.map((direction) => dot(weights, direction, face.gaps));
  const along = times(face.inverse, slopes);
  const gain = slopes.reduce((sum, slope, k) => sum + slope * along[k]!, 0);
  if (!(gain > 1e-12)) return [face.point];
  const step = Math.sqrt(room / gain);
  return [-step, step].map((t) =>
    moved(
      face.point,
      face.directions,
      along.map((a) => a * t),
      face.gaps,
    ),
  );
}

function* subsets(items: readonly number[]): Generator<number[]> {
  for (let mask = 1; mask < 2 ** items.length; mask++) yield items.filter((_, i) => (mask >> i) & 1);
}

function heldMeans({ lower, upper }: { lower: number; upper: number }): (number | undefined)[] {
  return [undefined, ...new Set([lower, upper].filter((end) => Number.isFinite(end)))];
}

/**
 * The least sum of squares within a region, and the ends of linear functions among its samples whose sum of squares is at most the
 * region's upper one.
 *
 * Both are minima of convex problems, found on the flat piece of the region that holds them: every piece is tried in closed form.
 * The values between two that a quantile is made of can be taken as equal, since averaging them lowers the spread and changes
 * nothing else, so that there are few pieces at any n.
 *
 * @param region Conditions of the sample.
 * @param functions Weights of the linear functions.
 * @see Boyd & Vandenberghe (2004), Convex Optimization, section 5.5.3 (equality-constrained quadratic minimisation on the active set).
 */
export function leastSpread(region: SampleRegion, functions: readonly GapWeights[]): LeastSpread {
  const { n, squares, tolerance } = region;
  const edges = functions.length > 0 ? region.allEdges : region.edges;
  const ends = functions.map(
    (): LinearEnds => ({ lower: Number.POSITIVE_INFINITY, upper: Number.NEGATIVE_INFINITY }),
  );
  const slack = 1e9 * tolerance * tolerance;
  let least = Number.POSITIVE_INFINITY;
  for (const held of heldMeans(region.mean)) {
    const rows = independentRows(regionRows(region, held), tolerance);
    if (rows === undefined) continue;
    for (const gaps of subsets(edges)) {
      const face = faceOn(rows, gaps, region);
      if (face === undefined) continue;
      const spread = sharedBy(n, face.point, face.point, gaps);
      if (isInside(face.point, gaps, region)) least = Math.min(least, spread);
      const room = squares.upper - spread;
      if (!Number.isFinite(squares.upper) || room < -slack) continue;
      for (const [k, weights] of functions.entries()) {
        for (const point of farthest(face, weights, Math.max(room, 0))) {
          if (!isInside(point, gaps, region)) continue;
          const value = dot(weights, point, gaps);
          ends[k] = { lower: Math.min(ends[k]!.lower, value), upper: Math.max(ends[k]!.upper, value) };
        }
      }
    }
  }
  return { squares: least, ends };
}
