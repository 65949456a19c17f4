import { type GapRow, independentRows, reduceRows } from "./gap-rows.ts";
import { meanWeights } from "./order-statistic.ts";
import { regionRows, type SampleRegion, sharedSquares } from "./sample-region.ts";

/** A line of samples on the rim of a region: gaps `start + t · slope` for t from `from` to `to`. */
export interface RegionEdge {
  gaps: readonly number[];
  start: readonly number[];
  slope: readonly number[];
  from: number;
  to: number;
}

/** Yields every choice of `size` items, in the same array each time. */
function* choices(items: readonly number[], size: number): Generator<readonly number[]> {
  const at = Array.from({ length: size }, (_, i) => i);
  const chosen = new Array<number>(size);
  for (;;) {
    for (let i = 0; i < size; i++) chosen[i] = items[at[i]!]!;
    yield chosen;
    let i = size - 1;
    while (i >= 0 && at[i] === items.length - size + i) i--;
    if (i < 0) return;
    at[i]!++;
    for (let j = i + 1; j < size; j++) at[j] = at[j - 1]! + 1;
  }
}

/**
 * Pairs of gaps that a region without inner quantiles needs: neighbours, between which the greatest spread and the ends of the mean
 * lie, and those with a gap at the edge of a quantile, where its ends lie. There are as many as n, not as its square.
 */
function* neededPairs({ gaps, allEdges }: SampleRegion): Generator<readonly number[]> {
  for (const [i, gap] of gaps.entries()) {
    if (i + 1 < gaps.length) yield [gap, gaps[i + 1]!];
    for (const edge of allEdges) if (gap > edge + 1 || gap < edge - 1) yield [gap, edge];
  }
}

/** Number of choices, as a double. */
function nChoices(n: number, size: number): number {
  let count = 1;
  for (let i = 0; i < size; i++) count *= (n - i) / (i + 1);
  return Math.round(count);
}

/** How many choices of gaps `regionEdges` looks at. */
export function nEdgeChoices({ gaps, equations }: SampleRegion, held = 0): number {
  return nChoices(gaps.length, Math.min(equations.length + held + 1, gaps.length));
}

function edgeOn(rows: readonly GapRow[], gaps: readonly number[], tolerance: number): RegionEdge | undefined {
  const reduced = reduceRows(rows, gaps, tolerance);
  if (!reduced.consistent || reduced.free.length > 1) return undefined;
  const start = new Array<number>(gaps.length).fill(0);
  const slope = new Array<number>(gaps.length).fill(0);
  const free = reduced.free[0];
  if (free !== undefined) slope[free] = 1;
  let [from, to] = free === undefined ? [0, 0] : [0, Number.POSITIVE_INFINITY];
  for (const [i, pivot] of reduced.pivots.entries()) {
    const row = reduced.rows[i]!;
    start[pivot] = row[gaps.length]!;
    slope[pivot] = free === undefined ? 0 : -row[free]!;
    if (slope[pivot]! < -1e-12) to = Math.min(to, start[pivot]! / -slope[pivot]!);
    else if (slope[pivot]! > 1e-12) from = Math.max(from, -start[pivot]! / slope[pivot]!);
    else if (start[pivot]! < -tolerance) return undefined;
  }
  if (from > to + tolerance) return undefined;
  return { gaps: [...gaps], start, slope, from: Math.min(from, to), to };
}

/** A linear function along an edge: `start + t · slope`. */
export function alongEdge(
  edge: RegionEdge,
  weights: (gap: number) => number,
): { start: number; slope: number } {
  let [start, slope] = [0, 0];
  for (const [i, gap] of edge.gaps.entries()) {
    const weight = weights(gap);
    start += weight * edge.start[i]!;
    slope += weight * edge.slope[i]!;
  }
  return { start, slope };
}

/** The sum of squares about the mean along an edge: `a + b t + c t²`. */
export function squaresAlong({ gaps, start, slope }: RegionEdge, n: number): [number, number, number] {
  let [a, b, c] = [0, 0, 0];
  for (const [i, p] of gaps.entries()) {
    for (const [j, q] of gaps.entries()) {
      const shared = sharedSquares(n, p, q);
      a += shared * start[i]! * start[j]!;
      b += 2 * shared * start[i]! * slope[j]!;
      c += shared * slope[i]! * slope[j]!;
    }
  }
  return [a, b, c];
}

/** The part of an edge on which a linear function is within two ends. */
export function clipEdge(
  edge: RegionEdge,
  line: { start: number; slope: number },
  lower: number,
  upper: number,
  tolerance: number,
): RegionEdge | undefined {
  const at = (t: number): number => line.start + line.slope * t;
  const inside = (value: number): boolean => value >= lower - tolerance && value <= upper + tolerance;
  if (Math.abs(at(edge.to) - at(edge.from)) <= tolerance) return inside(at(edge.from)) ? edge : undefined;
  const ends = [(lower - line.start) / line.slope, (upper - line.start) / line.slope].sort((a, b) => a - b);
  const [from, to] = [Math.max(edge.from, ends[0]!), Math.min(edge.to, ends[1]!)];
  if (from <= to) return { ...edge, from, to };
  const nearest = from > edge.to ? edge.to : edge.from;
  return inside(at(nearest)) ? { ...edge, from: nearest, to: nearest } : undefined;
}

/**
 * Yields every edge of the region's polytope, the part of it within the mean's ends; with `heldMean`, the edges of the face where
 * the mean is that. A point of an edge has as many gaps above zero as there are equations, and one more.
 *
 * @see Bertsimas & Tsitsiklis (1997), Introduction to Linear Optimization, theorem 2.4 (basic feasible solutions).
 */
export function* regionEdges(region: SampleRegion, heldMean?: number): Generator<RegionEdge> {
  const { n, gaps, mean, tolerance } = region;
  const rows = independentRows(regionRows(region, heldMean), tolerance);
  if (rows === undefined) return;
  const weights = meanWeights(n);
  const size = Math.min(rows.length + 1, gaps.length);
  const candidates = size === 2 && heldMean === undefined ? neededPairs(region) : choices(gaps, size);
  for (const chosen of candidates) {
    const edge = edgeOn(rows, chosen, tolerance);
    if (edge === undefined) continue;
    const clipped = clipEdge(edge, alongEdge(edge, weights), mean.lower, mean.upper, tolerance);
    if (clipped !== undefined) yield clipped;
  }
}
