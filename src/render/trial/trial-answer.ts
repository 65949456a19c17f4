import type { TrialResult } from "../../schema/index.ts";
import { pInWords, testSentence, verdictSentence } from "./test-words.ts";
import { effectSentence, levelOf } from "./trial-effect.ts";

/** The effect and the p-value, below a chart. */
export function trialSummary(result: TrialResult): string {
  const { randomization } = result;
  const test = randomization ? [`Randomization test: ${pInWords(randomization.pValue)}.`] : [];
  return [effectSentence(result), ...test].join(" ");
}

/**
 * The answer of a trial in a few sentences: the effect, its p-value, and what that says.
 *
 * @example
 * trialAnswer(result); // "With IVIG, scores were 3.5 lower than with saline, which is better (95 % interval …). If the treatments did the same, …"
 */
export function trialAnswer(result: TrialResult): string {
  const { randomization } = result;
  if (!randomization)
    return `${effectSentence(result)} There is no test: chance cannot be told from the treatment.`;
  return [
    effectSentence(result),
    testSentence(randomization),
    verdictSentence(randomization, levelOf(result)),
  ].join(" ");
}
