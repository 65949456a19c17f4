import type { Estimate, Improvement, TrialResult } from "../../schema/index.ts";
import { formatEstimate, formatInterval, formatPercent, formatValue } from "../format-number.ts";
import { nameInSentence } from "./trial-names.ts";

/** The effect that answers the question; null where there is none. */
export function effectOf({ estimates }: Pick<TrialResult, "estimates">): Estimate | null {
  const [row] = estimates;
  return row && row.estimate !== null ? row : null;
}

/** Value of an effect that means none: 1 for a ratio, else 0. */
export function noEffectOf({ unit }: Pick<Estimate, "unit">): number {
  return unit === "ratio" ? 1 : 0;
}

/** Level of the intervals, and with it of the test. */
export function levelOf({ estimates, provenance }: Pick<TrialResult, "estimates" | "provenance">): number {
  const { level } = provenance.options;
  return estimates[0]?.level ?? (typeof level === "number" ? level : 0.95);
}

/** "which is better", "which is worse". */
function judged(isHigher: boolean, improvement: Improvement): string {
  return isHigher === (improvement === "increase") ? "which is better" : "which is worse";
}

/** Whether a method gave an interval, be it without ends. */
export function hasInterval({ lower, upper, bound, method }: Estimate): boolean {
  return lower !== null || upper !== null || (bound !== "closed" && method !== "none");
}

/** "95 % interval of the difference: −5.1 to −1.9". */
function intervalInWords(row: Estimate, { randomization }: TrialResult): string {
  const what = row.unit === "ratio" ? "ratio" : "difference";
  const nPatients = randomization?.patients.length ?? 1;
  const together = nPatients > 1 ? `; of all ${nPatients} patients together` : "";
  return hasInterval(row)
    ? `${formatPercent(row.level)} interval of the ${what}: ${formatInterval(row)}${together}`
    : `without an interval${together}`;
}

/**
 * Width that says how many digits means and differences of scores deserve: that of the effect's interval, and where it has
 * no ends the range of the scores.
 */
export function supportOf({ estimates, scores }: TrialResult): number {
  const row = estimates[0];
  if (row?.unit === "score" && row.estimate !== null) {
    const { estimate, lower, upper } = row;
    if (lower !== null && upper !== null && upper > lower) return upper - lower;
    const end = lower ?? upper;
    if (end !== null && end !== estimate) return 2 * Math.abs(estimate - end);
  }
  const values = scores.map(({ score }) => score);
  const range = values.reduce((high, y) => Math.max(high, y), -Infinity) - Math.min(...values);
  return range > 0 ? range : 1;
}

function comparison(row: Estimate, result: TrialResult): string {
  const [treatment, reference] = [result.treatment, result.reference].map(nameInSentence) as [string, string];
  const value = row.estimate!;
  const isHigher = value > noEffectOf(row);
  const width = supportOf(result);
  if (row.unit === "ratio") {
    const better = value === 1 ? "which is no difference" : judged(isHigher, result.improvement);
    return `With ${treatment}, scores were ${formatEstimate(row)} times those with ${reference}, ${better}`;
  }
  const amount = formatValue(Math.abs(value), row.unit, width);
  if (Number.parseFloat(amount) === 0)
    return `With ${treatment}, scores were on average as with ${reference}, a difference of ${amount}`;
  const way = isHigher ? "higher" : "lower";
  return `With ${treatment}, scores were ${amount} ${way} than with ${reference}, ${judged(isHigher, result.improvement)}`;
}

/** What was found where the statistic has no effect of its own to give: its value. */
function statisticSentence({ randomization, treatment, reference }: TrialResult): string {
  const [one, other] = [treatment, reference].map(nameInSentence) as [string, string];
  if (!randomization) return `No effect of ${one} compared with ${other} was computed.`;
  const { observed, statistic } = randomization;
  const unit = statistic.unit === "probability" ? "" : statistic.unit;
  return `${statistic.label}: ${formatValue(observed, unit)} for ${one} compared with ${other}.`;
}

/**
 * The effect in a sentence, with its interval.
 *
 * @example
 * effectSentence(result); // "With IVIG, scores were 3.5 lower than with saline, which is better (95 % interval …)."
 */
export function effectSentence(result: TrialResult): string {
  const row = effectOf(result);
  return row ? `${comparison(row, result)} (${intervalInWords(row, result)}).` : statisticSentence(result);
}
