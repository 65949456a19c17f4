import type { ChiSquaredTest, Estimate, PooledCountsResult } from "../../schema/index.ts";
import { formatFixed, formatPercent } from "../format-number.ts";
import { ofWhom } from "./of-whom.ts";
import { formatPValue } from "./p-value.ts";
import { formatLimits, formatPooled } from "./pooled-number.ts";
import { seriesCounts } from "./series-counts.ts";

/** "3 series by exact likelihood". */
export function countsSubject({ nSeries }: PooledCountsResult): string {
  return nSeries === 1 ? "1 series, not pooled" : `${nSeries} series by exact likelihood`;
}

/** The mean on the scale that people read. */
export function countsMean({ natural }: PooledCountsResult): Estimate {
  return natural.estimates[0]!;
}

function effectSentence({ natural }: PooledCountsResult): string[] {
  const { noEffect } = natural;
  const { lower, upper } = natural.estimates[0]!;
  if (noEffect === null || lower === null || upper === null) return [];
  return [
    lower <= noEffect && upper >= noEffect
      ? `The interval holds ${noEffect}, which means no effect: there may be none.`
      : `The interval leaves out ${noEffect}, which means no effect.`,
  ];
}

/** The answer in sentences: the mean and how sure. */
export function countsAnswer(result: PooledCountsResult): string {
  const { natural, nSeries, modelLabel } = result;
  const mean = countsMean(result);
  const width = mean.lower === null || mean.upper === null ? null : mean.upper - mean.lower;
  const what = nSeries === 1 ? "one series alone" : `the mean over ${nSeries} series`;
  const model = modelLabel.charAt(0).toLowerCase() + modelLabel.slice(1);
  const found = `${natural.label}${ofWhom(natural, [])}: ${formatPooled(mean.estimate, natural, width)}, ${what} (${formatPercent(mean.level)} interval: ${formatLimits(mean, natural)}; ${model}).`;
  return [found, ...effectSentence(result)].join(" ");
}

/** How the series differ beyond chance, by two tests. */
export function countsDifferenceSentences({ heterogeneity }: PooledCountsResult): string[] {
  const say = (name: string, test: ChiSquaredTest | null): string[] =>
    test === null
      ? []
      : [
          `${name}: χ² ${formatFixed(test.statistic, 2)} on ${test.degreesOfFreedom} df, p ${formatPValue(test.pValue)}.`,
        ];
  const tests = [
    ...say("Likelihood ratio test of differences between series", heterogeneity.likelihoodRatio),
    ...say("Wald’s test, without series that have all or none of their events", heterogeneity.wald),
  ];
  return tests;
}

/** What each series counted, with the heads of the columns. */
export function countCells({ series }: Pick<PooledCountsResult, "series">): {
  heads: string[];
  rows: string[][];
} {
  const none = { n: null, estimate: 0, standardError: 0, lower: 0, upper: 0, weight: 0 };
  const { heads, cells } = seriesCounts(series.map((one) => ({ ...one, ...none })));
  return { heads, rows: cells };
}
