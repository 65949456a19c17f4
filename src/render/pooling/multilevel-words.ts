import type { Estimate, MultilevelResult } from "../../schema/index.ts";
import { formatFixed, formatPercent } from "../format-number.ts";
import { formatPValue } from "./p-value.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatLimits, formatPooled, plain } from "./pooled-number.ts";

/** "9 estimates in 4 groups of paper". */
export function multilevelSubject({ nEstimates, levels }: MultilevelResult): string {
  const [outermost] = levels;
  return `${nEstimates} estimates, ${outermost!.nGroups} by ${outermost!.level}`;
}

/** The mean of a nested pool and how sure it is. */
export function multilevelAnswer(result: MultilevelResult, view: PoolView): string {
  const mean = result.estimates[0]!;
  const span = viewSpan(mean, view);
  const { scale } = view;
  const width = span.lower === null || span.upper === null ? null : span.upper - span.lower;
  const outermost = result.levels[0]!;
  const found = `${scale.label}: ${formatPooled(span.estimate, scale, width)}, the mean over ${result.nEstimates} estimates within ${outermost.nGroups} groups of “${outermost.level}” (${formatPercent(mean.level)} interval: ${formatLimits(span, scale)}).`;
  const { noEffect } = scale;
  if (noEffect === null || span.lower === null || span.upper === null) return found;
  const isInside = span.lower <= noEffect && span.upper >= noEffect;
  return `${found} The interval ${isInside ? "holds" : "leaves out"} the value of no effect.`;
}

/** On which levels estimates differ. */
export function nestingSentences({ levels, estimates, heterogeneity }: MultilevelResult): string[] {
  const spread = estimates.filter(({ parameter }) => parameter.startsWith("sigmaSquared."));
  const said = (row: Estimate, i: number): string =>
    `${levels[i]!.level} (${levels[i]!.nGroups} groups): ${plain(row.estimate)}`;
  const { q, degreesOfFreedom, pValue } = heterogeneity;
  return [
    "Only the outermost groups are taken for independent; the interval of the mean rests on their number.",
    `Variance between groups, on the scale of the pool: ${spread.map(said).join("; ")}.`,
    `Beyond their sampling errors: Q ${formatFixed(q, 1)}, ${degreesOfFreedom} df, p ${formatPValue(pValue)}.`,
  ];
}

/** What an assumed correlation does to the mean. */
export function correlationSentences(sensitivity: readonly Estimate[], view: PoolView): string[] {
  const means = sensitivity.filter(({ parameter }) => parameter === "mean").map((row) => viewSpan(row, view));
  const sorted = [...means].sort((a, b) => a.estimate! - b.estimate!);
  if (sorted.length < 2) return [];
  const text = (row: (typeof sorted)[number]): string =>
    `${formatPooled(row.estimate, view.scale)} (${formatLimits(row, view.scale)})`;
  const unknown = "How sampling errors of one group go together is not in the file.";
  if (text(sorted[0]!) === text(sorted.at(-1)!)) return [`${unknown} The mean does not hang on it here.`];
  return [
    `${unknown} Between the correlations below the mean goes from ${text(sorted[0]!)} to ${text(sorted.at(-1)!)}.`,
  ];
}
