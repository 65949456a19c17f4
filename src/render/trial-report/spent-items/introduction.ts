import { nameInSentence } from "../../trial/trial-names.ts";
import type { GuidelineSection } from "../checklist-item.ts";
import type { PlannedTrial } from "./planned-trial.ts";

const namesOf = ({ schedule }: PlannedTrial): string => schedule.treatments.map(nameInSentence).join(" and ");

/** What stands around the protocol, and why the trial is done. */
export const introductionItems: readonly GuidelineSection<PlannedTrial>[] = [
  {
    section: "Administrative information",
    items: [
      {
        item: "1",
        topic: "Title",
        asks: "A title with the kind of trial (N-of-1), the patient’s condition and the treatments.",
        answer: (trial) => `For instance: ${namesOf(trial)}: protocol of an N-of-1 trial.`,
        toWrite: () => "The condition of the patient, in the title.",
      },
      { item: "2a", topic: "Registration", asks: "The register and the number of the trial." },
      { item: "2b", topic: "Registration data", asks: "The data set that registers of the WHO ask for." },
      { item: "3", topic: "Version", asks: "Date and version of the protocol." },
      { item: "4", topic: "Funding", asks: "Who pays, and who supplies what." },
      { item: "5a", topic: "Contributors", asks: "Who wrote the protocol, and in which part." },
      { item: "5b", topic: "Sponsor", asks: "The sponsor, and how to reach them." },
      { item: "5c", topic: "Sponsor’s part", asks: "What sponsor and funders decide." },
      { item: "5d", topic: "Committees", asks: "Who oversees the trial." },
    ],
  },
  {
    section: "Introduction",
    items: [
      {
        item: "6a",
        topic: "Background",
        asks: "What is known of benefits and harms of each treatment, why the trial is needed, and why as an N-of-1 trial.",
      },
      {
        item: "6b",
        topic: "Comparators",
        asks: "Why these treatments are compared.",
        answer: (trial) => `Compared: ${namesOf(trial)}.`,
        toWrite: () => "Why these were chosen.",
      },
      {
        item: "7",
        topic: "Objectives",
        asks: "The aims, or the hypotheses.",
        answer: ({ plan }) =>
          plan &&
          `Whether scores differ between ${nameInSentence(plan.treatment)} and ${nameInSentence(plan.reference)}; ${plan.improvement === "increase" ? "higher" : "lower"} scores are better.`,
        toWrite: () => "What is expected.",
      },
    ],
  },
];
