import type { Estimate, TrialModelAnswer, TrialResult } from "../../../schema/index.ts";
import { formatEstimateWithInterval } from "../../format-number.ts";
import { count } from "../../text/assumptions.ts";
import { effectSentence } from "../../trial/trial-effect.ts";
import type { GuidelineSection } from "../checklist-item.ts";
import { analysedInWords, missedScores, sequenceInWords, spanOfDays } from "../trial-facts.ts";

function completed(result: TrialResult): string {
  const missed = missedScores(result);
  const scores =
    missed === null || missed.missed === 0
      ? "the file tells of no missing score"
      : `missing scores: ${missed.missed} of ${missed.planned}`;
  return `${count(result.periods.length, "period")} with scores: ${sequenceInWords(result)}; ${scores}.`;
}

const isOdds = ({ parameter, label }: Estimate): boolean =>
  parameter === "oddsRatio" && label.includes("of a response");

/** Effects of models of binary scores. */
const oddsOf = (models: readonly TrialModelAnswer[]): TrialModelAnswer[] =>
  models.filter(({ estimates }) => estimates.slice(0, 1).some(isOdds));

function harms({ adverseEvents }: TrialResult): string | null {
  if (!adverseEvents) return null;
  const [treated, control, ratio] = adverseEvents.estimates;
  const told = [treated, control, ratio].flatMap((row) =>
    row && row.estimate !== null ? [`${row.label}: ${formatEstimateWithInterval(row)}`] : [],
  );
  const { test, treatment, reference } = adverseEvents;
  const counts =
    test === null
      ? "No adverse event was counted."
      : `Counted: ${test.events} under ${treatment}, ${test.referenceEvents} under ${reference}.`;
  return `${counts} ${told.join("; ")}.`;
}

const FOR_SERIES = "Of series of trials only; this report is about one patient.";

/** Results. */
export const resultItems: GuidelineSection<TrialResult> = {
  section: "Results",
  items: [
    {
      item: "13a.1",
      topic: "Periods completed",
      asks: "Which periods were completed and in which order, and what differs from the plan, with reasons.",
      answer: completed,
      toWrite: () => "What differs from the plan, and why scores are missing, if any are.",
    },
    {
      item: "13a.2",
      topic: "Patients",
      asks: "In a series: how many patients were enrolled, assigned and analysed.",
      notApplicable: () => FOR_SERIES,
    },
    {
      item: "13b",
      topic: "Losses",
      asks: "In a series: patients or periods that were lost or left out, with reasons.",
      notApplicable: () => FOR_SERIES,
    },
    {
      item: "14a",
      topic: "Dates",
      asks: "When the periods and any follow-up took place.",
      answer: (result) => {
        const span = spanOfDays(result);
        return span && `Scores from day ${span.first} to day ${span.last} of the file.`;
      },
      toWrite: () => "The calendar dates.",
    },
    {
      item: "14b",
      topic: "Early end",
      asks: "Whether a period or the trial was stopped early, and why.",
    },
    { item: "15", topic: "Baseline", asks: "The patient’s state and history before the trial, in a table." },
    {
      item: "16",
      topic: "Analysed",
      asks: "How many periods of each treatment were analysed.",
      answer: (result) => `${analysedInWords(result)}.`,
    },
    {
      item: "17a.1",
      topic: "Results of each period",
      asks: "Each outcome period by period, best as a figure.",
      answer: ({ periods }) =>
        `The figure of all scores, and the table of the ${count(periods.length, "period")}, in this report.`,
      toWrite: () => "The same for other outcomes, if there are any.",
    },
    {
      item: "17a.2",
      topic: "Effect",
      asks: "The size of the effect for each outcome, and how precise it is.",
      answer: effectSentence,
      toWrite: () => "The same for other outcomes, if there are any.",
    },
    {
      item: "17b",
      topic: "Binary outcomes",
      asks: "For outcomes of two kinds, both absolute and relative effects.",
      notApplicable: ({ models }) =>
        oddsOf(models).length > 0 ? null : "No outcome of two kinds was analysed.",
      answer: ({ models }) =>
        `${oddsOf(models)
          .map(({ label, estimates }) => `${label}: ${formatEstimateWithInterval(estimates[0]!)}`)
          .join("; ")}.`,
      toWrite: () => "How many periods responded under each treatment.",
    },
    {
      item: "18",
      topic: "Further analyses",
      asks: "Other analyses, such as of carryover, periods and subgroups, telling planned from unplanned.",
      answer: ({ effectSizes, models }) => {
        const parts = [...effectSizes, ...models].map(({ label }) => label);
        return parts.length === 0 ? null : `In this report: ${[...new Set(parts)].join("; ")}.`;
      },
      toWrite: () => "Which of them were planned.",
    },
    {
      item: "19",
      topic: "Harms",
      asks: "Every harm or unintended effect of each treatment.",
      answer: harms,
      toWrite: ({ adverseEvents }) =>
        adverseEvents
          ? "What the events were, and how grave."
          : "The harms of each treatment, or that there were none (the column adverse_events counts them).",
    },
  ],
};
