import type { SmallestDesign, TrialPowerResult } from "../../schema/index.ts";
import { formatPercent } from "../format-number.ts";
import { scenarioWords, sharedWords, sizeWords, varyingSettings } from "./scenario-words.ts";

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** Names of the designs. */
export function designWords({ designs }: TrialPowerResult): string {
  return distinct(designs.map(({ label }) => label)).join(", ");
}

/** Whose power it is, where there are several: the design, the analysis and what varies. */
export function seriesWords(
  result: TrialPowerResult,
  one: Pick<
    SmallestDesign,
    "design" | "label" | "nPatients" | "phi" | "trend" | "carryover" | "missing" | "effect"
  >,
): string {
  const { rows, designs } = result;
  const parts = [
    ...(distinct(rows.map(({ design }) => design)).length > 1
      ? [designs.find(({ design }) => design === one.design)!.label]
      : []),
    ...(distinct(rows.map(({ label }) => label)).length > 1 ? [one.label] : []),
    scenarioWords(one, varyingSettings(rows)),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function sizesOf({ designs }: TrialPowerResult): string {
  const largest = designs.reduce((a, b) => (b.size > a.size ? b : a));
  return `up to ${sizeWords(largest)}`;
}

/** One scenario's smallest design in words. */
function smallestWords(result: TrialPowerResult, one: SmallestDesign): string {
  const { size, sizeUnit, power, isSure } = one;
  if (size === null || power === null) return `none (${sizesOf(result)} were tried)`;
  const sure = isSure ? "" : ", though within the error of the simulation";
  return `${sizeWords({ size, sizeUnit })} (power ${formatPercent(Number(power.toFixed(3)))}${sure})`;
}

/** The answer: the smallest design that reaches the target. */
export function powerAnswer(result: TrialPowerResult): string {
  const { smallest, target, rows } = result;
  const aim = `a power of ${formatPercent(target)}`;
  if (smallest.length === 0) return "No effect was tried: the table tells the type I error.";
  if (smallest.length === 1) {
    const [one] = smallest;
    const found = smallestWords(result, one!);
    if (one!.size === null) return `No design that was tried (${sizesOf(result)}) reaches ${aim}.`;
    const { label } = rows[0]!;
    return `The smallest design that reaches ${aim}: ${found}, by the ${label[0]!.toLowerCase()}${label.slice(1)}.`;
  }
  const reached = smallest.filter(({ size }) => size !== null);
  if (reached.length === 0)
    return `No design that was tried (${sizesOf(result)}) reaches ${aim} in any scenario.`;
  const sizes = distinct(reached.map(({ size, sizeUnit }) => sizeWords({ size: size!, sizeUnit })));
  const most =
    reached.length === smallest.length
      ? "every scenario"
      : `${reached.length} of ${smallest.length} scenarios`;
  return `The smallest designs that reach ${aim}, in ${most}: ${sizes.join(", ")}.`;
}

/** One sentence for each scenario. */
export function smallestSentences(result: TrialPowerResult): string[] {
  const { smallest } = result;
  if (smallest.length < 2) return [];
  return smallest.map((one) => `${seriesWords(result, one)}: ${smallestWords(result, one)}.`);
}

/** What was simulated, in sentences. */
export function settingSentences(result: TrialPowerResult): string[] {
  const { nReplicates, level, rows } = result;
  const alpha = formatPercent(Number((1 - level).toPrecision(4)));
  const several = rows.some(({ nPatients }) => nPatients > 1);
  return [
    `${nReplicates} trials were simulated for each line, and as many in which the treatment does nothing: normal scores (${sharedWords(result).join(", ")}), tested at ${alpha}.`,
    "φ is the correlation of a score with the next; a trend is the change from one period to the next; carryover is the share of the effect that goes on through the next period without the treatment.",
    ...(several ? ["Models of several patients: the t test of the patients’ own estimates."] : []),
    "The real trial will differ from these: take the sd and φ from the patient’s own run-in scores where there are some, and look at what a larger sd would do.",
  ];
}
