import type { ProportionResult } from "../../schema/index.ts";
import { formatInterval, formatPercent, formatValue } from "../format-number.ts";

/** "18 of 22" */
export function countsInWords({ events, n }: ProportionResult): string {
  return `${events} of ${n}`;
}

/** How far the other methods' limits lie apart, where they do. */
function spreadSentence({ intervals }: ProportionResult): string[] {
  const lowers = intervals.flatMap(({ row: { lower } }) => lower ?? []);
  const uppers = intervals.flatMap(({ row: { upper } }) => upper ?? []);
  if (intervals.length < 2 || lowers.length === 0 || uppers.length === 0) return [];
  const range = (limits: readonly number[]): string =>
    `${formatValue(Math.min(...limits), "fraction", 0.2)} to ${formatValue(Math.max(...limits), "fraction", 0.2)}`;
  return [
    `By all ${intervals.length} methods the lower limit lies at ${range(lowers)}, the upper one at ${range(uppers)}. The method must be chosen before they are looked at.`,
  ];
}

/** The proportion and how sure, in sentences. */
export function proportionAnswer(result: ProportionResult): string {
  const [row] = result.estimates;
  if (!row) throw new TypeError("Cannot show the proportion: needs an estimate, got none");
  const width = row.lower === null || row.upper === null ? null : row.upper - row.lower;
  const label = result.intervals[0]!.label;
  return `${countsInWords(result)} patients: ${formatValue(row.estimate, row.unit, width)} (${formatPercent(row.level)} interval: ${formatInterval(row)}, ${label}).`;
}

/** What the reader should know beside the number. */
export function proportionSentences(result: ProportionResult): string[] {
  const { events, n } = result;
  const extreme =
    events === 0 || events === n
      ? [
          `${events === 0 ? "Nobody" : "Everybody"} had the event, and still the interval is wide: ${n === 1 ? "one patient tells" : `${n} patients tell`} little.`,
        ]
      : [];
  return [
    ...extreme,
    ...spreadSentence(result),
    "The interval takes the patients as independent and as drawn from those it is about; without a control group it says what happened, not what a treatment did.",
  ];
}
