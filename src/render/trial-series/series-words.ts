import type { Estimate, TrialSeriesResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import {
  formatEstimate,
  formatInterval,
  formatPercent,
  formatProbability,
  formatValue,
} from "../format-number.ts";

/** "B against A". */
export function seriesSubject({ treatment, reference }: TrialSeriesResult): string {
  return `${treatment} against ${reference}`;
}

function hasLimits({ lower, upper }: Estimate): boolean {
  return lower !== null || upper !== null;
}

/** "−2.1 (95 % interval −3 to −1.2)". */
function withInterval(row: Estimate): string {
  const range = hasLimits(row)
    ? `${formatPercent(row.level)} interval ${formatInterval(row)}`
    : "no interval could be computed";
  return `${formatEstimate(row)} (${range})`;
}

/** Which way the mean effect points. */
function direction({ improvement }: TrialSeriesResult, { estimate }: Estimate): string {
  if (estimate === null || estimate === 0) return "neither better nor worse";
  return estimate > 0 === (improvement === "increase") ? "better" : "worse";
}

/** The answer in one or two sentences. */
export function seriesAnswer(result: TrialSeriesResult): string {
  const { estimates, treatment, reference, probabilities } = result;
  const mean = estimates[0];
  if (!mean) return `The scores do not tell by how much ${treatment} and ${reference} differ on average.`;
  const first = `On average ${treatment} was ${direction(result, mean)} than ${reference}: its scores less those under ${reference} were ${withInterval(mean)}.`;
  const next = probabilities[0];
  if (!next) return first;
  return `${first} The probability that it would be better in the next patient like these is ${formatProbability(next.probability)}.`;
}

/** What the next patient may expect. */
export function nextPatientSentences({ estimates, probabilities, threshold }: TrialSeriesResult): string[] {
  const next = findEstimate(estimates, "nextPatient") ?? findEstimate(estimates, "pooledNextPatient");
  if (!next) return [];
  return [
    `The effect in a further patient like these is expected at ${withInterval(next)}.`,
    ...probabilities.map(({ label, probability }) => `${label}: ${formatProbability(probability)}.`),
    ...(threshold === null
      ? ["No least effect that matters was named; --threshold asks for the probability of reaching it."]
      : [`The least effect that matters was named as ${formatValue(threshold, "score")}.`]),
  ];
}

/** A row with its interval, for tables. */
export function cellsOf(row: Estimate | null): [string, string] {
  if (row === null) return ["–", "–"];
  return [formatEstimate(row), hasLimits(row) ? formatInterval(row) : "none"];
}
