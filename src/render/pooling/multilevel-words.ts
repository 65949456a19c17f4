import type { Estimate, MultilevelResult } from "../../schema/index.ts";
import { formatFixed, formatPercent } from "../format-number.ts";
import { nameInSentence } from "../trial/trial-names.ts";
import { formatPValue } from "./p-value.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatLimits, formatPooled, plain } from "./pooled-number.ts";

/** "9 estimates in 4 groups of paper". */
export function multilevelSubject({ nEstimates, levels }: MultilevelResult): string {
  const [outermost] = levels;
  return `${nEstimates} estimates, ${outermost!.nGroups} by ${outermost!.level}`;
}

const meansOf = (rows: readonly Estimate[]): Estimate[] =>
  rows.filter(({ parameter }) => parameter === "mean");

/** Both means of two outcomes, pooled at once. */
function outcomesAnswer({ estimates, levels, nEstimates }: MultilevelResult, view: PoolView): string {
  const said = meansOf(estimates).map((mean) => {
    const span = viewSpan(mean, view);
    const width = span.lower === null || span.upper === null ? null : span.upper - span.lower;
    return `${nameInSentence(mean.outcome ?? "")}: ${formatPooled(span.estimate, view.scale, width)} (${formatPercent(mean.level)} interval: ${formatLimits(span, view.scale)})`;
  });
  const { level, nGroups } = levels[0]!;
  return `The means of both outcomes, from ${nEstimates} estimates within ${nGroups} groups of “${level}” at once: ${said.join("; ")}.`;
}

/** The mean of a nested pool, or those of two outcomes, and how sure they are. */
export function multilevelAnswer(result: MultilevelResult, view: PoolView): string {
  if (result.outcomes.length > 0) return outcomesAnswer(result, view);
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

function spanText({ estimate, lower, upper }: Estimate): string {
  const from =
    lower === null ? "" : ` (from ${plain(lower)} ${upper === null ? "up" : `to ${plain(upper)}`})`;
  return `${plain(estimate)}${from}`;
}

/** How true effects vary between groups: by level, or by outcome with their correlation. */
function spreadSentences({ levels, outcomes, estimates }: MultilevelResult): string[] {
  const spread = estimates.slice(meansOf(estimates).length);
  const variances = spread.filter(({ parameter }) => parameter !== "correlation");
  const said = (row: Estimate, i: number): string =>
    outcomes.length > 0
      ? `${row.outcome} ${spanText(row)}`
      : `${levels[i]!.level} (${levels[i]!.nGroups} groups): ${plain(row.estimate)}`;
  const correlation = spread.find(({ parameter }) => parameter === "correlation");
  return [
    `Variance between groups, on the scale of the pool: ${variances.map(said).join("; ")}.`,
    ...(correlation && correlation.estimate !== null
      ? [`True values of both outcomes go together with a correlation of ${spanText(correlation)}.`]
      : []),
  ];
}

/** On which levels estimates differ. */
export function nestingSentences(result: MultilevelResult): string[] {
  const { q, degreesOfFreedom, pValue } = result.heterogeneity;
  return [
    "Only the outermost groups are taken for independent; the interval of the mean rests on their number.",
    ...spreadSentences(result),
    `Beyond their sampling errors: Q ${formatFixed(q, 1)}, ${degreesOfFreedom} df, p ${formatPValue(pValue)}.`,
  ];
}

/** Between what one mean goes. */
function rangeText(rows: readonly Estimate[], view: PoolView): { from: string; to: string } {
  const sorted = rows.map((row) => viewSpan(row, view)).sort((a, b) => a.estimate! - b.estimate!);
  const text = (row: (typeof sorted)[number]): string =>
    `${formatPooled(row.estimate, view.scale)} (${formatLimits(row, view.scale)})`;
  return { from: text(sorted[0]!), to: text(sorted.at(-1)!) };
}

/** What an assumed correlation of sampling errors does to the mean, or to that of each outcome. */
export function correlationSentences(
  { sensitivity = [], outcomes }: MultilevelResult,
  view: PoolView,
): string[] {
  const means = meansOf(sensitivity);
  if (means.length < 2) return [];
  const unknown = "How sampling errors of one group go together is not in the file.";
  const named = outcomes.length > 0 ? outcomes : [undefined];
  const said = named.map((outcome) => {
    const { from, to } = rangeText(
      means.filter((row) => row.outcome === outcome),
      view,
    );
    const name = outcome === undefined ? "the mean" : `the mean of ${outcome}`;
    return from === to
      ? `${name} does not hang on it here`
      : `between the correlations below ${name} goes from ${from} to ${to}`;
  });
  return [unknown, ...said.map((text) => `${text[0]!.toUpperCase()}${text.slice(1)}.`)];
}
