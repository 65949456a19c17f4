import type { Estimate, PooledSummariesResult, UnknownSpread } from "../../schema/index.ts";
import { formatFixed, formatPercent, formatValue } from "../format-number.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatLimits, formatPooled, plain } from "./pooled-number.ts";

/** A share in whole percent; "less than 1 %" for what would be none of it. */
function shareText(share: number): string {
  return share > 0 && share < 0.005 ? "less than 1 %" : formatValue(share, "fraction");
}

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** "3 series, 1 without a standard deviation". */
export function summaryPoolSubject({ nSeries, unknown }: PooledSummariesResult): string {
  return `${nSeries} series, ${unknown.length} without a standard deviation`;
}

/** A row on the scale of a view, in words. */
function meanText(row: Estimate, view: PoolView): string {
  const span = viewSpan(row, view);
  const width = span.lower === null || span.upper === null ? null : span.upper - span.lower;
  return `${formatPooled(span.estimate, view.scale, width)} (${formatPercent(row.level)} interval: ${formatLimits(span, view.scale)})`;
}

/** The extremes, which follow the companions of the mean and carry no law. */
export function extremesOf({
  companions,
  estimates,
}: PooledSummariesResult): PooledSummariesResult["companions"] {
  const law = estimates[0]?.given;
  return companions.filter(({ row }) => row.given !== law);
}

/** The mean by other ways under the same law. */
export function besideOf({
  companions,
  estimates,
}: PooledSummariesResult): PooledSummariesResult["companions"] {
  const law = estimates[0]?.given;
  return companions.filter(({ row }) => row.given === law);
}

function effectSentence(row: Estimate, view: PoolView): string {
  const { lower, upper } = viewSpan(row, view);
  const { noEffect } = view.scale;
  if (noEffect === null || lower === null || upper === null) return "";
  return lower <= noEffect && upper >= noEffect
    ? ` The interval holds ${noEffect}, which means no effect: there may be none.`
    : ` The interval leaves out ${noEffect}, which means no effect.`;
}

/** What was taken for the standard deviations. */
function assumption({ unknown, law }: PooledSummariesResult): string {
  const names = unknown.map(({ series }) => series).join(", ");
  const verbs =
    unknown.length === 1
      ? `the standard deviation of ${names} is not reported and was`
      : `the standard deviations of ${names} are not reported and were`;
  return `${verbs} taken as ${lowered(law.label)}`;
}

/** One series without limits of a mean: those of its own, at both ends. */
function aloneAnswer(result: PooledSummariesResult, view: PoolView): string {
  const own = result.unknown.map(({ narrowest, widest }) => {
    const [least, most] = [narrowest, widest].map((limits) =>
      formatLimits(viewSpan({ estimate: null, ...limits }, view), view.scale),
    );
    return ` Its own ${formatPercent(result.estimates[0]!.level)} interval goes from ${least} at the lowest feasible one to ${most} at the highest.`;
  });
  const mean = viewSpan(result.estimates[0]!, view);
  return `${view.scale.label}: ${formatPooled(mean.estimate, view.scale)} in one series alone, so there is nothing to pool; ${assumption(result)}.${own.join("")}`;
}

/** The answer: the mean, what was assumed for it, and how far it goes between the extremes. */
export function summaryPoolAnswer(result: PooledSummariesResult, view: PoolView): string {
  const mean = result.estimates[0]!;
  if (mean.lower === null && result.nSeries === 1) return aloneAnswer(result, view);
  const [lowest, highest] = extremesOf(result);
  const what = result.nSeries === 1 ? "one series alone" : `the mean over ${result.nSeries} series`;
  const found = `${view.scale.label}: ${meanText(mean, view)}, ${what}; ${assumption(result)}.`;
  const ends =
    lowest && highest
      ? ` With the lowest it is ${meanText(lowest.row, view)}, with the highest ${meanText(highest.row, view)}.`
      : "";
  return `${found}${effectSentence(mean, view)}${ends}`;
}

/** What the answer owes to what is not known. */
export function missingSentences({ missing, average, combination }: PooledSummariesResult): string[] {
  const { widthShare, varianceShare, missingInformation } = missing;
  const sets = `${combination.label}: ${average.nSets} ${average.nSets === 1 ? "set" : "sets"} of standard deviations`;
  const error =
    average.limitError === null
      ? ""
      : `; their number leaves the limits of the mean uncertain by ${average.limitError < 0.0005 ? "less than 0.05" : formatFixed(100 * average.limitError, 1)} % of their distance`;
  return [
    ...(widthShare === null
      ? []
      : [
          `Not knowing the standard deviations makes up ${shareText(widthShare)} of the width of the interval.`,
        ]),
    ...(varianceShare === null
      ? []
      : [
          `Of the variance of the mean ${shareText(varianceShare)} is that between standard deviations${missingInformation === null ? "" : ` (fraction of missing information ${formatFixed(missingInformation, 2)})`}.`,
        ]),
    `${sets}${error}.`,
  ];
}

/** "0 to 43.5". */
export function feasibleText({ lower, upper }: Pick<UnknownSpread, "lower" | "upper">): string {
  if (upper === null) return `${plain(lower)} or more`;
  return lower === upper ? plain(lower) : `${plain(lower)} to ${plain(upper)}`;
}
