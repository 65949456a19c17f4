import type { TrialPlan } from "../../../schema/index.ts";
import { formatPercent } from "../../format-number.ts";
import type { GuidelineSection } from "../checklist-item.ts";
import type { PlannedTrial } from "./planned-trial.ts";

function analysis({ statistic, sides, level, threshold, improvement }: TrialPlan): string {
  const way = sides === 2 ? "two-sided" : "one-sided, for improvement";
  const least = threshold === null ? "no least effect named" : `least effect that matters ${threshold}`;
  return `A ${way} randomization test of “${statistic}” by the design itself, with the interval that inverts it at ${formatPercent(level)}; scores improve by ${improvement === "increase" ? "rising" : "falling"}; ${least}. The plan is hashed before unblinding.`;
}

/** Data, analysis, monitoring, ethics and publication. */
export const analysisItems: readonly GuidelineSection<PlannedTrial>[] = [
  {
    section: "Methods: data and analysis",
    items: [
      { item: "18a", topic: "Collection", asks: "How scores are collected and their quality is kept up." },
      { item: "18b", topic: "Completeness", asks: "How missed scores and an early end are kept rare." },
      { item: "19", topic: "Data management", asks: "How data are entered, kept safe and checked." },
      {
        item: "20a",
        topic: "Main analysis",
        asks: "How treatments are compared, with carryover, period effects and likeness of neighbouring scores in mind.",
        answer: ({ plan }) => plan && analysis(plan),
        toWrite: () => "What is done if relief carries over, and other analyses of the main outcome.",
      },
      {
        item: "20b",
        topic: "Further analyses",
        asks: "Other analyses; in a series, how trials are put together.",
      },
      {
        item: "20c",
        topic: "Missing scores",
        asks: "Which scores count, and what is done about missing ones.",
        answer: () =>
          "nof1 trial counts every score as it was taken (treatment policy), leaves missing ones out, and reports other strategies where rescue was taken.",
        toWrite: () => "Which strategy answers the question of this trial (ICH E9 R1).",
      },
    ],
  },
  {
    section: "Methods: monitoring",
    items: [
      {
        item: "21a",
        topic: "Monitoring",
        asks: "Who looks at the data during the trial, or why nobody needs to.",
      },
      {
        item: "21b",
        topic: "Looks before the end",
        asks: "Analyses before the end, and rules for stopping.",
      },
      {
        item: "22",
        topic: "Harms",
        asks: "How harms of each period are found, judged and reported.",
        answer: () =>
          "The column adverse_events counts them row by row; nof1 trial reports rates with exact limits.",
        toWrite: () => "How they are asked for, who judges them, and to whom they are reported.",
      },
      { item: "23", topic: "Audit", asks: "Whether and how often the conduct of the trial is audited." },
    ],
  },
  {
    section: "Ethics and dissemination",
    items: [
      { item: "24", topic: "Ethics approval", asks: "The approval, or why none is needed." },
      { item: "25", topic: "Amendments", asks: "How changes of the protocol are made known." },
      { item: "26a", topic: "Consent", asks: "Who takes consent, and how." },
      { item: "26b", topic: "Further consent", asks: "Consent to further use of data or samples." },
      {
        item: "27",
        topic: "Confidentiality",
        asks: "How the patient’s data are kept private; one patient is easily recognised.",
      },
      { item: "28", topic: "Interests", asks: "Competing interests of those who run the trial." },
      { item: "29", topic: "Access", asks: "Who may see the data." },
      {
        item: "30",
        topic: "After the trial",
        asks: "How the patient goes on with the better treatment afterwards, and who cares for harm done.",
      },
      { item: "31a", topic: "Publication", asks: "How results reach the patient, doctors and the public." },
      { item: "31b", topic: "Authorship", asks: "Who may be an author." },
      { item: "31c", topic: "Sharing", asks: "Whether protocol, data and code will be open." },
    ],
  },
  {
    section: "Appendices",
    items: [
      { item: "32", topic: "Consent form", asks: "The forms that the patient is given." },
      { item: "33", topic: "Samples", asks: "Plans for biological samples, if any are taken." },
    ],
  },
];
