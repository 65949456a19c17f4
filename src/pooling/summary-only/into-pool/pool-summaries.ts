import { EstimationError, InputError } from "../../../errors.ts";
import type { PooledSummariesResult } from "../../../schema/pooled-summaries-result.ts";
import type { Provenance } from "../../../schema/provenance.ts";
import type { Series } from "../../../schema/series.ts";
import { version } from "../../../version.ts";
import { backTransforms } from "../../effect-measures/back-transforms.ts";
import type { EffectMeasure, EffectMeasureOptions } from "../../effect-measures/effect-measure.ts";
import { checkColumns } from "../../effect-measures/estimate-effects.ts";
import { withNaturalScale } from "../../natural-scale.ts";
import { withoutOverlaps } from "../../overlaps.ts";
import type { PoolEstimatesOptions } from "../../pool-options.ts";
import { withDefaults } from "../../pool-options.ts";
import { effectOptionsAsJson } from "../../pool-series-options.ts";
import { averagedImputation } from "./averaged-imputation.ts";
import type { KnownPoolOptions, SpreadCombination } from "./spread-combination.ts";
import { extremeRows, unknownRows } from "./spread-extremes.ts";
import type { SpreadLaw } from "./spread-laws/spread-law.ts";
import { uniformSpread } from "./spread-laws/uniform-spread.ts";
import {
  lacksMean,
  lacksSpreadOnly,
  type SpreadMeasure,
  spreadMeasureOf,
  spreadMeasures,
} from "./spread-measures.ts";
import { spreadProblem } from "./spread-problem.ts";
import { type FoundRange, spreadRanges } from "./spread-ranges.ts";
import { summariesWarnings } from "./summaries-warnings.ts";

/** Options of `poolSummaries`. */
export interface PoolSummariesOptions
  extends Omit<PoolEstimatesOptions, "measure" | "backTransform" | "unit" | "moderators"> {
  /** What is pooled: one of `spreadMeasures`. */
  measure: EffectMeasure;
  /** Choices of the measure. */
  effects?: EffectMeasureOptions;
  /** Distribution of each standard deviation that is not reported; default `uniformSpread`. */
  law?: SpreadLaw;
  /** How pools at known standard deviations are combined; default `averagedImputation`. */
  combination?: SpreadCombination;
}

/** As many as there are dimensions of the points that stand for them. */
const MOST_UNKNOWN = 64;

interface Chosen {
  series: Series[];
  ranges: FoundRange[];
  leftOut: PooledSummariesResult["leftOut"];
}

function spreadMeasure(measure: EffectMeasure): SpreadMeasure {
  const found = spreadMeasureOf(measure);
  if (found) return found;
  const known = [...new Set(spreadMeasures.map((one) => one.measure.name))].join(", ");
  throw new RangeError(
    `measure must be one that a standard deviation may miss of (${known}), got "${measure.name}"`,
  );
}

/** Series that share no patients, every one with its columns, and the ranges of those without a standard deviation. */
function chosen(
  series: readonly Series[],
  measure: SpreadMeasure,
  law: SpreadLaw,
  keep: readonly string[],
): Chosen {
  if (series.length === 0)
    throw new EstimationError("too-few-observations", "Cannot pool: needs at least 1 series, got 0");
  const { pooled, leftOut } = withoutOverlaps(series, keep);
  checkColumns(
    pooled.filter((one) => !(lacksSpreadOnly(one, measure) || lacksMean(one, measure))),
    measure.measure,
    [],
  );
  const { ranges, issues } = spreadRanges(pooled, measure, law);
  if (issues.length > 0) throw new InputError(issues);
  if (ranges.length > MOST_UNKNOWN)
    throw new RangeError(
      `poolSummaries takes at most ${MOST_UNKNOWN} series without ${measure.sd}, got ${ranges.length}`,
    );
  if (ranges.length === 0)
    throw new RangeError(
      `poolSummaries needs a series without ${measure.sd}; all have one, so poolSeries pools them`,
    );
  return { series: pooled, ranges, leftOut };
}

/** Options of every pool at known standard deviations. */
function knownSettings({
  measure,
  effects: _,
  law: __,
  combination: ___,
  keep: ____,
  ...pooling
}: PoolSummariesOptions): KnownPoolOptions {
  const { backTransform, natural, name } = measure;
  const transform = backTransforms.find((one) => one.name === backTransform)!;
  return { ...pooling, measure: name, backTransform, unit: transform.unit || natural.unit || "estimate" };
}

function provenanceOf(
  { measure, effects, keep = [] }: PoolSummariesOptions,
  law: SpreadLaw,
  combination: SpreadCombination,
  settings: KnownPoolOptions,
  nOpen: number,
): Provenance {
  const { level, seed } = withDefaults(settings);
  return {
    package: "nof1",
    version,
    seed: combination.usesSeed(nOpen) ? seed : null,
    inputSha256: null,
    options: {
      measure: measure.name,
      level,
      seed,
      keep: [...keep],
      law: { name: law.name, ...law.parameters },
      combination: combination.name,
      ...combination.options(settings),
      ...effectOptionsAsJson(effects ? { effects } : {}),
    },
  };
}

/**
 * Pools series of which some report no standard deviation: it enters as a declared distribution over every standard deviation that
 * some sample with that report has, never as one number, with both extremes beside.
 *
 * A series' bounds of one patient's value (`lower_bound`, `upper_bound`), `minimum`, `maximum`, quartiles, `median`, `decimals` of the
 * mean and `step` narrow what is feasible.
 *
 * @param series As `readSeries` returns them; each with the columns of the measure, at least one without the standard deviation.
 * @returns The mean with limits that count what is not known, a prediction, how far series differ, both extremes among the companions,
 * each unknown series with its two extreme intervals, and the share of the width that comes from not knowing.
 * @throws {InputError} with every missing or unsound number, and every report that no sample can have.
 * @throws {RangeError} when an option is out of range, or every series has its standard deviation, or more than 64 have none.
 * @throws {EstimationError} where a pool at known standard deviations has no answer.
 * @see Rubin (1987), Multiple Imputation for Nonresponse in Surveys, chapter 3. doi:10.1002/9780470316696; White, Higgins & Wood
 * (2008), Stat Med 27:711–727 (in a meta-analysis). doi:10.1002/sim.3008
 * @example
 * const text = "series,n,mean_percent,sd_percent,lower_bound,upper_bound\nMorozumi 2009,5,73.4,,0,100\nB,8,60,20,,\nC,6,70,25,,";
 * poolSummaries(readSeries(text), { measure: reliefMeanOfRatios }).unknown[0]?.upper; // 43.4 percent
 */
export function poolSummaries(
  series: readonly Series[],
  options: PoolSummariesOptions,
): PooledSummariesResult {
  const { measure, effects, law = uniformSpread, combination = averagedImputation, keep = [] } = options;
  const columns = spreadMeasure(measure);
  const settings = knownSettings(options);
  const { level } = withDefaults(settings);
  const { series: pooled, ranges, leftOut } = chosen(series, columns, law, keep);
  const problem = spreadProblem(pooled, ranges, columns, law, effects);
  const unknown = unknownRows(problem, ranges, law, columns.sd, level);
  const found = combination.combine(problem, settings);
  const extremes = extremeRows(problem, unknown, combination, settings, found.estimates[0]!);
  const given = `standard deviations: ${law.label.charAt(0).toLowerCase()}${law.label.slice(1)}`;
  const beside = found.companions.map(({ label, row }) => ({ label, row: { ...row, given } }));
  const said = summariesWarnings(unknown, ranges, law, found.missing, extremes.unanswered);
  return withNaturalScale<PooledSummariesResult>(
    {
      kind: "pooled-summaries",
      schemaVersion: 1,
      measure: measure.name,
      backTransform: measure.backTransform,
      nSeries: pooled.length,
      law: { name: law.name, label: law.label, parameters: { ...law.parameters } },
      combination: { name: combination.name, label: combination.label },
      estimates: found.estimates.map((row) => ({ ...row, given })),
      companions: [...beside, ...extremes.companions],
      series: found.series,
      unknown,
      missing: found.missing,
      average: found.average,
      leftOut,
      warnings: [...said, ...found.warnings],
      provenance: provenanceOf(options, law, combination, settings, problem.nOpen),
    },
    measure.natural,
  );
}
