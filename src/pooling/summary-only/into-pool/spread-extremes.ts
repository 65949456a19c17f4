import { EstimationError } from "../../../errors.ts";
import { normal } from "../../../math/distributions/normal.ts";
import type { Estimate } from "../../../schema/estimate.ts";
import type { Companion } from "../../../schema/pooled-result.ts";
import type { SeriesLimits, UnknownSpread } from "../../../schema/pooled-summaries-result.ts";
import type { KnownPoolOptions, SpreadCombination } from "./spread-combination.ts";
import type { SpreadLaw } from "./spread-laws/spread-law.ts";
import { type SpreadProblem, spreadEnds } from "./spread-problem.ts";
import type { FoundRange } from "./spread-ranges.ts";

/** One set of standard deviations at ends of the law. */
interface Extreme {
  label: string;
  given: string;
  sds: number[];
}

const short = (value: number): string => Number(value.toPrecision(3)).toString();

function sdText(lower: number, isLimit: boolean): string {
  return isLimit ? "no spread at all, in the limit" : `a standard deviation of ${short(lower)}`;
}

/** Each series without a standard deviation, with its limits at both ends of the law. */
export function unknownRows(
  problem: SpreadProblem,
  ranges: readonly FoundRange[],
  law: SpreadLaw,
  column: string,
  level: number,
): UnknownSpread[] {
  const ends = ranges.map(({ range }) => spreadEnds(law, range));
  const reach = normal.survivalQuantile(0.5 * (1 - level));
  const limits = (side: "lower" | "upper"): SeriesLimits[] => {
    const effects = problem.effectsWith(ends.map((end) => end[side]));
    return ranges.map(({ index }) => {
      const { estimate, variance } = effects[index]!;
      const half = reach * Math.sqrt(variance);
      return { lower: estimate - half, upper: estimate + half };
    });
  };
  const [narrow, wide] = [limits("lower"), limits("upper")];
  const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return ranges.map(({ series, range }, i) => {
    const support = law.support(range);
    return {
      series,
      column,
      lower: range.lower,
      upper: orNull(range.upper),
      lawLower: support.lower,
      lawUpper: orNull(support.upper),
      lowest: ends[i]!.lower,
      highest: ends[i]!.upper,
      narrowest: narrow[i]!,
      widest: wide[i]!,
    };
  });
}

/** All at one end; then, where there are several, each series at an end with the others in the middle of the law. */
function extremesOf(unknown: readonly UnknownSpread[], middle: readonly number[]): Extreme[] {
  const isLimit = ({ lawLower }: UnknownSpread): boolean => lawLower === 0;
  const names = unknown.map(({ series }) => series).join(", ");
  const ofAll = [
    {
      label: "Lowest standard deviations",
      given: `${names}: ${unknown.length === 1 ? sdText(unknown[0]!.lowest, isLimit(unknown[0]!)) : "each the lowest its law reaches"}`,
      sds: unknown.map(({ lowest }) => lowest),
    },
    {
      label: "Highest standard deviations",
      given: `${names}: ${unknown.length === 1 ? sdText(unknown[0]!.highest, false) : "each the highest its law reaches"}`,
      sds: unknown.map(({ highest }) => highest),
    },
  ];
  if (unknown.length < 2) return ofAll;
  const ofEach = unknown.flatMap((one, i) =>
    [
      { word: "lowest", sd: one.lowest, text: sdText(one.lowest, isLimit(one)) },
      { word: "highest", sd: one.highest, text: sdText(one.highest, false) },
    ].map(({ word, sd, text }) => ({
      label: `${one.series} at its ${word}`,
      given: `${one.series}: ${text}; the others at the middle of their law`,
      sds: middle.map((value, j) => (j === i ? sd : value)),
    })),
  );
  return [...ofAll, ...ofEach];
}

function withoutAnswer(row: Estimate): Estimate {
  return { ...row, estimate: null, standardError: null, lower: null, upper: null, bound: "open" };
}

/**
 * The mean with every unknown standard deviation at one end of its law, and with those of one series; a row whose pool has no
 * answer is null, and its label is told.
 *
 * @param mean The row of the combined pool, for its names.
 */
export function extremeRows(
  problem: SpreadProblem,
  unknown: readonly UnknownSpread[],
  combination: SpreadCombination,
  settings: KnownPoolOptions,
  mean: Estimate,
): { companions: Companion[]; unanswered: string[] } {
  const middle = problem.sdsAt(Array.from({ length: problem.nOpen }, () => 0.5));
  const unanswered: string[] = [];
  const companions = extremesOf(unknown, middle).map(({ label, given, sds }): Companion => {
    try {
      const row = combination.atKnown(problem.effectsWith(sds), settings);
      return { label, row: { ...row, given } };
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      unanswered.push(label);
      return { label, row: { ...withoutAnswer(mean), given } };
    }
  });
  return { companions, unanswered };
}
