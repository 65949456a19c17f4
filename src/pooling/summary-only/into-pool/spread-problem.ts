import type { EffectEstimate, Series } from "../../../schema/series.ts";
import type { EffectMeasureOptions } from "../../effect-measures/effect-measure.ts";
import { estimateEffects } from "../../effect-measures/estimate-effects.ts";
import type { SpreadLaw, SpreadRange } from "./spread-laws/spread-law.ts";
import type { SpreadMeasure } from "./spread-measures.ts";
import type { FoundRange } from "./spread-ranges.ts";

/** Series of which some have a standard deviation that is known as a distribution only. */
export interface SpreadProblem {
  /** Standard deviations that a law leaves open: those of a range with one value are known. */
  nOpen: number;
  /** All standard deviations that are not reported, each at its probability under the law, in (0, 1); one for each that is open. */
  sdsAt(probabilities: ArrayLike<number>): number[];
  /** The effects if those are the standard deviations. */
  effectsWith(sds: readonly number[]): EffectEstimate[];
}

/** In the limit of no spread a standard deviation is this share of the highest one: a variance of 0 can't be weighed. */
const LIMIT_OF_ZERO = 1e-6;
/** Where a law has no upper end, its highest standard deviation is the one that a share of this stays below. */
const NEARLY_ALL = 0.999;

/** The two standard deviations that stand for the ends of a law. */
export function spreadEnds(law: SpreadLaw, range: SpreadRange): SpreadRange {
  const { lower, upper: most } = law.support(range);
  const upper = Number.isFinite(most) ? most : law.quantile(range, NEARLY_ALL);
  return { lower: lower > 0 ? lower : LIMIT_OF_ZERO * upper, upper };
}

function isOpen(law: SpreadLaw, range: SpreadRange): boolean {
  const { lower, upper } = law.support(range);
  return upper > lower;
}

/** Writes standard deviations into the series that lack them and computes the effects. */
export function spreadProblem(
  series: readonly Series[],
  ranges: readonly FoundRange[],
  { measure, sd }: SpreadMeasure,
  law: SpreadLaw,
  options: EffectMeasureOptions = {},
): SpreadProblem {
  const isFree = ranges.map(({ range }) => isOpen(law, range));
  return {
    nOpen: isFree.filter(Boolean).length,
    sdsAt(probabilities) {
      let next = 0;
      return ranges.map(({ range }, i) =>
        isFree[i] ? law.quantile(range, probabilities[next++]!) : law.support(range).lower,
      );
    },
    effectsWith(sds) {
      const filled = series.map((one) => ({ ...one, overlaps: [] }));
      ranges.forEach(({ index }, i) => {
        filled[index]!.summary = { ...filled[index]!.summary, [sd]: sds[i]! };
      });
      const { effects } = estimateEffects(filled, measure, options);
      return effects.map((effect, i) => ({ ...effect, summary: series[i]!.summary }));
    },
  };
}
