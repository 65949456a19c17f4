import type { RandomizationResult } from "../../schema/index.ts";
import { formatPercent } from "../format-number.ts";
import { formatPValue } from "../pooling/p-value.ts";
import { countInWords } from "./trial-names.ts";

/** "p = 0.031", "p below 0.001". */
export function pInWords(p: number): string {
  return p < 0.001 ? `p ${formatPValue(p)}` : `p = ${formatPValue(p)}`;
}

/** How many assignments have a statistic at least as extreme as the actual one. */
export function nExtreme({ pValue, nAssignments }: RandomizationResult): number {
  return Math.round(pValue * nAssignments);
}

/** Whether every assignment was counted, not a sample of them. */
const isComplete = ({
  nAssignments,
  nPossible,
}: Pick<RandomizationResult, "nAssignments" | "nPossible">): boolean => String(nAssignments) === nPossible;

/** Which assignments were counted: "all 70 possible assignments", "100,000 of 1.2 × 10¹⁵ possible assignments". */
function countedInWords({ nAssignments, nPossible }: RandomizationResult): string {
  const counted = countInWords(String(nAssignments));
  return isComplete({ nAssignments, nPossible })
    ? `${counted} possible assignments`
    : `${counted} assignments, drawn at random from ${countInWords(nPossible)} and with the actual one among them,`;
}

/** "one-sided, in the direction of improvement" or "two-sided". */
function sidesInWords({ sides }: RandomizationResult): string {
  return sides === 2 ? "two-sided" : "one-sided, for improvement";
}

/**
 * The p-value with where it comes from.
 *
 * @example
 * testSentence(result); // "If the treatments did the same, 10 of 70 possible assignments would give a result at least as extreme: p = 0.14, two-sided."
 */
export function testSentence(result: RandomizationResult): string {
  const extreme = countInWords(String(nExtreme(result)));
  return `If the treatments did the same, ${extreme} of ${countedInWords(result)} would give a result at least as extreme: ${pInWords(result.pValue)}, ${sidesInWords(result)}.`;
}

/** A p-value of this level counts; roundings do not decide. */
const reaches = (p: number, level: number): boolean => p <= (1 - level) * (1 + 1e-9);

/** What the p-value says, and what it does not. */
export function verdictSentence({ pValue, smallestPValue }: RandomizationResult, level: number): string {
  if (!reaches(smallestPValue, level))
    return "The design is too small for a verdict: no result could have spoken clearly against chance.";
  return reaches(pValue, level)
    ? "The draw of treatments alone would seldom give as much."
    : "The draw of treatments alone may have given as much; that does not show that the treatments are alike.";
}

/** Whether the test could have found anything, by the least p-value that there can be. */
export function attainableSentence(result: RandomizationResult, level: number): string {
  const { smallestPValue } = result;
  const least = formatPValue(smallestPValue);
  const alpha = formatPercent(1 - level);
  const bound = isComplete(result) ? "this design" : "this number of drawn assignments";
  return reaches(smallestPValue, level)
    ? `The smallest p-value that ${bound} can give is ${least}: a result at the level of ${alpha} was possible.`
    : `The smallest p-value that ${bound} can give is ${least}: whatever the scores, the level of ${alpha} was out of reach.`;
}
