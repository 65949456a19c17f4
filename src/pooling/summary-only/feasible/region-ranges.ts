import { type LinearEnds, leastSpread } from "./least-spread.ts";
import type { GapWeights } from "./order-statistic.ts";
import { alongEdge, clipEdge, type RegionEdge, regionEdges, squaresAlong } from "./region-edges.ts";
import type { SampleRegion } from "./sample-region.ts";

/** Ends of one quantity; null where it has none. */
export interface QuantityEnds {
  lower: number | null;
  upper: number | null;
}

/** The ends of the standard deviation and of each linear function. */
export interface RegionRanges {
  /** null for one value. */
  sd: QuantityEnds | null;
  functions: QuantityEnds[];
}

/** Least and greatest value found, and the same without samples that lean on a bound that stands in for none. */
class Ends {
  private readonly all: LinearEnds = { lower: Number.POSITIVE_INFINITY, upper: Number.NEGATIVE_INFINITY };
  private readonly near: LinearEnds = { lower: Number.POSITIVE_INFINITY, upper: Number.NEGATIVE_INFINITY };

  offer(value: number, far: boolean): void {
    for (const ends of far ? [this.all] : [this.all, this.near]) {
      ends.lower = Math.min(ends.lower, value);
      ends.upper = Math.max(ends.upper, value);
    }
  }

  /** The greatest value; −∞ where there is none. */
  get most(): number {
    return this.all.upper;
  }

  get isEmpty(): boolean {
    return this.all.lower > this.all.upper;
  }

  result(tolerance: number): QuantityEnds {
    const lower = this.near.lower <= this.all.lower + tolerance ? this.near.lower : null;
    const upper = this.near.upper >= this.all.upper - tolerance ? this.near.upper : null;
    return { lower, upper };
  }
}

function isFar(
  { gaps, start, slope }: RegionEdge,
  t: number,
  { n, lower, upper, ...open }: SampleRegion,
): boolean {
  const at = (gap: number): number => {
    const i = gaps.indexOf(gap);
    return i < 0 ? 0 : start[i]! + t * slope[i]!;
  };
  return (open.lowerOpen && at(0) < -lower / 2) || (open.upperOpen && at(n) < upper / 2);
}

/** Ends of the parts of an edge on which the sum of squares is at least the one asked for. */
function spreadEnough(edge: RegionEdge, [a, b, c]: [number, number, number], least: number): number[] {
  const { from, to } = edge;
  const enough = (t: number): boolean => a + b * t + c * t * t >= least * (1 - 1e-9);
  const within = (4 * c * (least - a) + b * b) / (4 * c * c);
  const roots =
    c > 0 && within > 0 ? [-b / (2 * c) - Math.sqrt(within), -b / (2 * c) + Math.sqrt(within)] : [];
  return [from, ...roots.filter((t) => t > from && t < to), to].filter((t) => enough(t));
}

interface Sweep {
  squares: Ends;
  functions: Ends[];
}

function sweepEdges(
  region: SampleRegion,
  functions: readonly GapWeights[],
  convex: readonly LinearEnds[] | undefined,
  heldMean?: number,
  sweep: Sweep = { squares: new Ends(), functions: functions.map(() => new Ends()) },
): Sweep {
  for (const edge of regionEdges(region, heldMean)) {
    const [a, b, c] = squaresAlong(edge, region.n);
    for (const t of [edge.from, edge.to]) sweep.squares.offer(a + b * t + c * t * t, isFar(edge, t, region));
    for (const [k, weights] of functions.entries()) {
      const line = alongEdge(edge, weights);
      const ends = convex?.[k];
      const part = ends ? clipEdge(edge, line, ends.lower, ends.upper, region.tolerance) : edge;
      if (part === undefined) continue;
      for (const t of spreadEnough(part, [a, b, c], region.squares.lower)) {
        sweep.functions[k]!.offer(line.start + t * line.slope, isFar(edge, t, region));
      }
    }
  }
  return sweep;
}

/**
 * The sharp ends of the standard deviation and of linear functions over every sample of a region.
 *
 * The greatest spread of a polytope stands at a corner, so the edges are enough: with a printed spread, a value of a function can be
 * had where the least spread at that value is not above it and the greatest, found on the edges, is not below it.
 *
 * @param region Conditions of the sample.
 * @param functions Weights of the linear functions; none: only whether there is a sample, and the spread.
 * @param withHeldMeans False: leaves out the faces of the mean's ends, which matter only where a least spread is given.
 * @returns The ends; undefined where no sample meets the conditions.
 * @see Rockafellar (1970), Convex Analysis, theorem 32.3 (a convex function's maximum over a polytope is at a vertex).
 */
export function regionRanges(
  region: SampleRegion,
  functions: readonly GapWeights[],
  withHeldMeans = true,
): RegionRanges | undefined {
  const { n, lower, squares, mean, tolerance } = region;
  const slack = 1e9 * tolerance * tolerance;
  const given = Number.isFinite(squares.upper);
  const least = leastSpread(region, given ? functions : []);
  if (!(least.squares <= squares.upper + slack)) return undefined;
  const convex = given ? least.ends : undefined;
  const sweep = sweepEdges(region, functions, convex);
  const held =
    given && withHeldMeans && functions.length > 0
      ? new Set([mean.lower, mean.upper].filter((end) => Number.isFinite(end)))
      : [];
  for (const end of held) sweepEdges(region, functions, convex, end, sweep);
  if (sweep.functions.some((ends) => ends.isEmpty) || sweep.squares.most < squares.lower * (1 - 1e-9) - slack)
    return undefined;
  const spread = sweep.squares.result(slack);
  const deviation = (value: number): number => Math.sqrt(Math.max(value, 0) / (n - 1));
  const most = Math.min(spread.upper ?? Number.POSITIVE_INFINITY, squares.upper);
  return {
    sd:
      n === 1
        ? null
        : {
            lower: deviation(Math.min(Math.max(least.squares, squares.lower), most)),
            upper: Number.isFinite(most) ? deviation(most) : null,
          },
    functions: sweep.functions.map((ends) => {
      const found = ends.result(tolerance);
      return {
        lower: found.lower === null ? null : found.lower + lower,
        upper: found.upper === null ? null : found.upper + lower,
      };
    }),
  };
}
