import { meanWeights, quantileWeights } from "./order-statistic.ts";
import { nEdgeChoices } from "./region-edges.ts";
import { type QuantityEnds, regionRanges } from "./region-ranges.ts";
import { type SampleConditions, type SampleRegion, sampleRegion } from "./sample-region.ts";
import { conditionsOf, quantileProbabilities, type Statement } from "./statements.ts";

/** Corners looked at, at most; under a second. */
const MOST_CHOICES = 60_000;

/** The ends of every quantity under some statements, by name. */
export interface ReportRanges {
  ends: Map<string, QuantityEnds>;
  /** Statements that were left out because there would be too many corners. */
  leftOut: string[];
}

/** The order statistics that are told of every sample. */
const ALWAYS = ["minimum", "maximum", "median"];
/** Those that can be left out, the first one first. */
const INNER = ["lowerQuartile", "upperQuartile", "median"];

function isSmall(region: SampleRegion, held: number): boolean {
  return nEdgeChoices(region, held) <= MOST_CHOICES;
}

/** Order statistics inside the sample each cost a power of n; without them the set is wider, and still true. */
function smallConditions(conditions: SampleConditions): { kept: SampleConditions; leftOut: string[] } {
  const leftOut: string[] = [];
  let kept = conditions;
  for (const name of INNER) {
    if (isSmall(sampleRegion(kept), 0)) break;
    const probability = quantileProbabilities.get(name);
    const quantiles = kept.quantiles.filter((given) => given.probability !== probability);
    if (quantiles.length === kept.quantiles.length) continue;
    leftOut.push(name);
    kept = { ...kept, quantiles };
  }
  return { kept, leftOut };
}

/** A printed end, which rounding in the search must not pass. */
function within({ lower, upper }: QuantityEnds, least: number, most: number): QuantityEnds {
  const clamp = (end: number | null): number | null =>
    end === null ? null : Math.min(Math.max(end, least), most);
  return { lower: clamp(lower), upper: clamp(upper) };
}

function clampedMean(ends: QuantityEnds, { lower, upper, mean }: SampleConditions): QuantityEnds {
  return within(ends, Math.max(mean?.lower ?? lower, lower), Math.min(mean?.upper ?? upper, upper));
}

/** Whether some sample meets the statements, as far as they can be searched. */
export function isPossible(n: number, statements: readonly Statement[]): boolean {
  const conditions = conditionsOf(n, statements);
  return (
    conditions !== undefined && regionRanges(sampleRegion(smallConditions(conditions).kept), []) !== undefined
  );
}

/**
 * The ends of mean, standard deviation and order statistics under some statements.
 *
 * @returns The ends; undefined where no sample meets the statements.
 */
export function reportRanges(n: number, statements: readonly Statement[]): ReportRanges | undefined {
  const conditions = conditionsOf(n, statements);
  if (conditions === undefined) return undefined;
  const { kept, leftOut } = smallConditions(conditions);
  const region = sampleRegion(kept);
  if (regionRanges(region, []) === undefined) return undefined;
  const loose = kept.sd !== undefined && kept.mean !== undefined && !isSmall(region, 1);
  if (loose) {
    region.squares.lower = 0;
    leftOut.push("the least spread");
  }
  const given = statements.map(({ name }) => name);
  const names = [...quantileProbabilities.keys()].filter(
    (name) => ALWAYS.includes(name) || given.includes(name),
  );
  const weights = names.map((name) => quantileWeights(n, quantileProbabilities.get(name) as number));
  const ranges = regionRanges(region, [meanWeights(n), ...weights], !loose);
  if (ranges === undefined) return undefined;
  const ends = new Map<string, QuantityEnds>([["mean", clampedMean(ranges.functions[0]!, kept)]]);
  if (ranges.sd) {
    ends.set("sd", within(ranges.sd, kept.sd?.lower ?? 0, kept.sd?.upper ?? Number.POSITIVE_INFINITY));
  }
  for (const [i, name] of names.entries()) {
    const value = statements.find((one) => one.name === name)?.value;
    const found = within(ranges.functions[i + 1]!, kept.lower, kept.upper);
    ends.set(name, value === undefined ? found : { lower: value, upper: value });
  }
  return { ends, leftOut };
}
