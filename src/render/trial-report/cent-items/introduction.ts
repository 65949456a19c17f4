import type { TrialResult } from "../../../schema/index.ts";
import { thresholdInWords, thresholdOf } from "../../trial/enough-words.ts";
import { trialAnswer } from "../../trial/trial-answer.ts";
import { nameInSentence } from "../../trial/trial-names.ts";
import type { GuidelineSection } from "../checklist-item.ts";

function objective(result: TrialResult): string {
  const [one, other] = [result.treatment, result.reference].map(nameInSentence);
  const threshold = thresholdOf(result);
  const unit = result.randomization?.statistic.unit ?? result.estimates[0]?.unit ?? "";
  const least =
    threshold === null
      ? ""
      : ` The least effect that matters was set at ${thresholdInWords(threshold, unit)}.`;
  return `Whether scores differ between ${one} and ${other}; ${result.improvement === "increase" ? "higher" : "lower"} scores are better.${least}`;
}

/** Title, abstract and introduction. */
export const introductionItems: readonly GuidelineSection<TrialResult>[] = [
  {
    section: "Title and abstract",
    items: [
      {
        item: "1a",
        topic: "Title",
        asks: "A title that says it is an N-of-1 trial.",
        answer: ({ treatment, reference }) =>
          `For instance: ${nameInSentence(treatment)} compared with ${nameInSentence(reference)}: an N-of-1 trial.`,
        toWrite: () => "The condition of the patient, in the title.",
      },
      {
        item: "1b",
        topic: "Abstract",
        asks: "A structured summary of design, methods, results and conclusions.",
        answer: (result) => `For its results: ${trialAnswer(result)}`,
        toWrite: () => "The rest of the summary.",
      },
    ],
  },
  {
    section: "Introduction",
    items: [
      {
        item: "2a.1",
        topic: "Background",
        asks: "What is known already, and why the trial was done.",
      },
      {
        item: "2a.2",
        topic: "Why an N-of-1 trial",
        asks: "Why a trial in this one patient was the way to find out.",
      },
      {
        item: "2b",
        topic: "Objectives",
        asks: "The aims, or the hypotheses.",
        answer: objective,
        toWrite: ({ provenance }) =>
          typeof provenance.options.threshold === "number"
            ? "What was expected, and why that least effect was chosen."
            : "What was expected, and which least effect would matter.",
      },
    ],
  },
];
