import type { TrialResult } from "../../../schema/index.ts";
import { formatPValue } from "../../pooling/p-value.ts";
import { count } from "../../text/assumptions.ts";
import { countInWords, nameInSentence } from "../../trial/trial-names.ts";
import type { GuidelineSection } from "../checklist-item.ts";
import { designWords, settingsInWords } from "../design-words.ts";
import { periodLength, plannedAs, sequenceInWords } from "../trial-facts.ts";

function designOf(result: TrialResult): string {
  const { design, periods, randomization } = result;
  const length = periodLength(result);
  const kind = randomization ? `Design “${design}”` : "Not analysed as randomised";
  return `${kind}: ${count(periods.length, "period")}${length === null ? "" : `; ${length}`}.`;
}

function changes(result: TrialResult): string | null {
  const plan = plannedAs(result);
  if (plan === null) return null;
  if (plan.deviations.length === 0)
    return "The analysis followed the plan that was hashed before unblinding.";
  return `Departures of the analysis from its plan: ${plan.deviations.join("; ")}. Reason: ${plan.reason ?? "none given"}.`;
}

function attainable({ randomization }: TrialResult): string | null {
  if (!randomization) return null;
  const { nPossible, smallestPValue } = randomization;
  return `The design has ${countInWords(nPossible)} assignments; the smallest p-value it can give is ${formatPValue(smallestPValue)}.`;
}

/** Methods: the trial, the patient, what was given and scored, and how large it was. */
export const designItems: GuidelineSection<TrialResult> = {
  section: "Methods: trial, patient, outcomes",
  items: [
    {
      item: "3a",
      topic: "Trial design",
      asks: "The design, the planned number of periods and how long each lasted, with run-in and washout; in a series also how it was fitted to each patient.",
      answer: designOf,
      toWrite: () => "Planned length of periods, run-in and washout.",
    },
    {
      item: "3b",
      topic: "Changes",
      asks: "What changed in the methods once the trial had begun, and why.",
      answer: changes,
      toWrite: () => "Other changes than those of the analysis, or that there were none.",
    },
    {
      item: "4a",
      topic: "Patient",
      asks: "The diagnosis and its criteria, other illnesses, and treatments taken besides.",
    },
    { item: "4b", topic: "Setting", asks: "Where the scores were collected." },
    {
      item: "4c",
      topic: "Research or care",
      asks: "Whether the trial was research, and if so whether an ethics committee approved it.",
    },
    {
      item: "5",
      topic: "Interventions",
      asks: "What was given in each period, how and when, so that others can repeat it.",
      answer: ({ treatment, reference }) =>
        `Compared: ${nameInSentence(treatment)} with ${nameInSentence(reference)}.`,
      toWrite: () => "Doses, routes, times, and what the reference looked like.",
    },
    {
      item: "6a.1",
      topic: "Outcomes",
      asks: "Every outcome that was planned, with how and when it was taken.",
      answer: ({ scores, improvement }) =>
        `One outcome is analysed here: ${count(scores.length, "score")}; ${improvement === "increase" ? "higher" : "lower"} is better.`,
      toWrite: () => "Which scale it is, who scored and when, and the other outcomes.",
    },
    {
      item: "6a.2",
      topic: "Measurement",
      asks: "What is known of the validity and reliability of the scale or instrument.",
    },
    { item: "6b", topic: "Changed outcomes", asks: "Outcomes that were changed after the start, and why." },
    {
      item: "7a",
      topic: "Size",
      asks: "How the number of periods, scores and patients was chosen.",
      answer: attainable,
      toWrite: () => "Why this size was chosen (nof1 power tells what it can find).",
    },
    {
      item: "7b",
      topic: "Stopping",
      asks: "Looks at the data before the end, and rules for stopping, if there were any.",
    },
    {
      item: "8a",
      topic: "Random order",
      asks: "Whether the order of periods was drawn at random, why if not, and how it was drawn.",
      answer: ({ design, randomization }) =>
        randomization ? `Analysed as assigned ${designWords(design).assigned}.` : null,
      toWrite: ({ randomization }) =>
        randomization
          ? "By which means the order was drawn (nof1 design names its seed)."
          : "Why the order was not drawn at random, or how it was.",
    },
    {
      item: "8b",
      topic: "Restrictions",
      asks: "Restrictions of the draw, such as pairs or blocks.",
      answer: ({ design, randomization, provenance }) =>
        randomization ? `Design “${design}”, ${settingsInWords(provenance.options.settings)}.` : null,
    },
    {
      item: "8c",
      topic: "Sequence",
      asks: "The whole sequence of periods that was intended.",
      answer: (result) => `The sequence given: ${sequenceInWords(result)}.`,
      toWrite: () => "Whether it is the intended one.",
    },
  ],
};
