import type { TrialResult } from "../../../schema/index.ts";
import { unknownSection } from "../../trial/unknown-words.ts";
import type { GuidelineSection } from "../checklist-item.ts";
import { plannedAs } from "../trial-facts.ts";

/** Discussion, and what stands around the report. */
export const discussionItems: readonly GuidelineSection<TrialResult>[] = [
  {
    section: "Discussion",
    items: [
      {
        item: "20",
        topic: "Limitations",
        asks: "What could have biased the trial, how imprecise it is, and how many analyses were made.",
        answer: (result) => unknownSection(result).sentences.join(" "),
        toWrite: () => "Limitations of how the trial was run.",
      },
      {
        item: "21",
        topic: "Generalisability",
        asks: "How far the findings hold for others.",
        answer: ({ randomization }) =>
          (randomization?.patients.length ?? 1) > 1
            ? null
            : "It is about one patient; of others it says nothing by itself.",
        toWrite: () => "For which patients it may be of use all the same.",
      },
      {
        item: "22",
        topic: "Interpretation",
        asks: "What the result means, benefits and harms weighed, and beside other evidence.",
      },
    ],
  },
  {
    section: "Other information",
    items: [
      { item: "23", topic: "Registration", asks: "The register and the number of the trial." },
      {
        item: "24",
        topic: "Protocol",
        asks: "Where the full protocol can be read.",
        answer: (result) => {
          const plan = plannedAs(result);
          return plan && `The analysis plan has the SHA-256 ${plan.sha256}.`;
        },
        toWrite: (result) => plannedAs(result) && "Where the protocol can be read.",
      },
      { item: "25", topic: "Funding", asks: "Who paid, who supplied treatments, and what part they had." },
    ],
  },
];
