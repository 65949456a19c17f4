import { count } from "../../text/assumptions.ts";
import { patientsOf, powerSentences, scheduleSentence } from "../../trial/schedule-words.ts";
import type { GuidelineSection } from "../checklist-item.ts";
import { designWords } from "../design-words.ts";
import type { PlannedTrial } from "./planned-trial.ts";

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Methods up to the assignment of treatments. */
export const methodItems: readonly GuidelineSection<PlannedTrial>[] = [
  {
    section: "Methods: patient, treatments, outcomes",
    items: [
      {
        item: "8",
        topic: "Trial design",
        asks: "The design, with the number and length of periods, run-in and washout, and whether it is fitted to each patient.",
        answer: ({ schedule }) => `${schedule.label}: ${scheduleSentence(schedule).replace(/\.$/u, "")}.`,
        toWrite: () => "Why periods and washout are long enough for relief to come and go.",
      },
      { item: "9", topic: "Setting", asks: "Where the trial takes place." },
      {
        item: "10",
        topic: "Eligibility",
        asks: "The patient’s diagnosis, other illnesses and treatments; in a series who may take part.",
      },
      {
        item: "11a",
        topic: "Treatments",
        asks: "Each treatment with dose, route and time, in enough detail to repeat it.",
      },
      {
        item: "11b",
        topic: "Changing or stopping",
        asks: "When a treatment or a period is changed or stopped, as for harm or at the patient’s wish.",
      },
      { item: "11c", topic: "Adherence", asks: "How it is seen to that treatments are taken as planned." },
      {
        item: "11d",
        topic: "Treatments besides",
        asks: "What else may be taken, and which rescue treatment, during the trial.",
      },
      {
        item: "12",
        topic: "Outcomes",
        asks: "Which scores are taken, how and how often, why they matter, and how well they measure.",
        answer: ({ plan }) =>
          plan && `Compared by the statistic “${plan.statistic}” of the scores of each period or phase.`,
        toWrite: () => "The scale, who scores and when, and which outcome is the main one.",
      },
      {
        item: "13",
        topic: "Timeline",
        asks: "When each period, washout, visit and score falls, best as a figure.",
        answer: ({ schedule }) => `The schedule: ${upperFirst(scheduleSentence(schedule))}`,
        toWrite: () => "On which days scores are taken.",
      },
      {
        item: "14",
        topic: "Size",
        asks: "How many periods, scores and patients there are, and why.",
        answer: ({ schedule }) => powerSentences(schedule).join(" "),
        toWrite: () => "Why this size was chosen (nof1 power tells what it can find).",
      },
      {
        item: "15",
        topic: "Recruitment",
        asks: "How patients are found.",
        notApplicable: ({ schedule }) =>
          patientsOf(schedule).length === 1 ? "The trial is of one patient." : null,
      },
    ],
  },
  {
    section: "Methods: assignment and blinding",
    items: [
      {
        item: "16a",
        topic: "Sequence",
        asks: "Whether and how the order of treatments is drawn, with its restrictions.",
        answer: ({ schedule }) =>
          `Treatments are assigned ${designWords(schedule.design).assigned}; drawn by a generator of random numbers; only the pharmacy can draw the same again.`,
      },
      {
        item: "16b",
        topic: "Concealment",
        asks: "How the order is kept from those who could be swayed by it.",
        answer: () =>
          "The schedule of the pharmacy and the blinded one are apart; packages carry kit numbers that tell nothing of the treatment.",
        toWrite: () => "Who keeps the schedule of the pharmacy, and where.",
      },
      {
        item: "16c",
        topic: "Who draws",
        asks: "Who draws the order, enrols the patient and assigns treatments.",
      },
      {
        item: "17a",
        topic: "Blinding",
        asks: "Who does not know which period holds which treatment, and how.",
        answer: ({ schedule }) =>
          `The blinded schedule names ${count(schedule.periods.length, "kit")}, not treatments.`,
        toWrite: () => "Who is blinded, and how alike the treatments look and feel.",
      },
      { item: "17b", topic: "Unblinding", asks: "When and how the order may be told during the trial." },
    ],
  },
];
