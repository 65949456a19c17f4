import type { WordTable } from "../comparison/comparison-tables.ts";
import { scheduleMethods } from "../methods/trial-methods.ts";
import { count } from "../text/assumptions.ts";
import { assumptionsOnPaper, dataOnPaper, unknownOnPaper } from "../words/ground-sections.ts";
import { methodsSection } from "../words/methods-section.ts";
import { optionsInWords, reproductionSection } from "../words/reproduction-section.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import {
  type AnyPeriod,
  type AnySchedule,
  patientsOf,
  powerSentences,
  scheduledPeriods,
  scheduleSentence,
} from "./schedule-words.ts";
import { asSentence, nameInSentence } from "./trial-names.ts";

function rowOf(
  { period, block, treatment, kit, firstDay, lastDay }: AnyPeriod,
  hasBlocks: boolean,
): string[] {
  return [
    `${period}`,
    ...(hasBlocks ? [block === null ? "–" : `${block}`] : []),
    ...(treatment === undefined ? [] : [treatment]),
    kit,
    `${firstDay}`,
    `${lastDay}`,
  ];
}

function periodsTable(schedule: AnySchedule): WordTable {
  const periods = scheduledPeriods(schedule);
  const hasBlocks = periods.some(({ block }) => block !== null);
  const patients = patientsOf(schedule);
  return {
    caption: "Days are counted from 1, the first day of the trial.",
    head: [
      "Period",
      ...(hasBlocks ? ["Block"] : []),
      ...(schedule.kind === "trial-schedule" ? ["Treatment"] : []),
      "Kit",
      "First day",
      "Last day",
    ],
    groups: patients.map((patient) => ({
      ...(patients.length > 1 && { heading: patient }),
      rows: periods.filter((row) => row.patient === patient).map((row) => rowOf(row, hasBlocks)),
    })),
  };
}

/** Who may see it. */
function readersSection({ kind, treatments }: AnySchedule): WordSection {
  const names = treatments.map(nameInSentence).join(", ");
  return {
    id: "readers",
    heading: "Who may see this",
    sentences:
      kind === "trial-schedule"
        ? ["It names the treatments: only those who prepare them may see it, until the last score is in."]
        : [
            "It does not tell which treatment comes when: patients and those who score may see it.",
            `Treatments in the trial: ${names}.`,
          ],
    tables: [],
  };
}

/** What the schedule rests on; it would unblind those who may not know it. */
function groundOf(schedule: Extract<AnySchedule, { kind: "trial-schedule" }>): WordSection[] {
  const { settings, washoutDays, runInDays, periodDays } = schedule;
  return [
    unknownOnPaper([
      "Whether relief outlasts a period, and so carries over into the next, is not seen in a schedule; --curve checks it against a response.",
    ]),
    assumptionsOnPaper([
      "Treatments will be given as drawn, and scores taken by someone who does not know them.",
      `Periods last ${count(periodDays, "day")}, with ${count(washoutDays, "day")} of washout between them and ${count(runInDays, "day")} of run-in before them.`,
    ]),
    dataOnPaper([`Nothing was read from a file; the settings are: ${optionsInWords(settings)}.`]),
    methodsSection(scheduleMethods(schedule)),
  ];
}

/**
 * A schedule in words.
 *
 * @param further Sections for authors, such as the checklist.
 */
export function scheduleReport(schedule: AnySchedule, further: readonly WordSection[] = []): WordReport {
  const isOpen = schedule.kind === "trial-schedule";
  const warnings = isOpen ? schedule.warnings.map(({ message }) => asSentence(message)) : [];
  const { label, design, treatments, periods } = schedule;
  return {
    name: label,
    subject: isOpen ? "schedule for the pharmacy" : "blinded schedule",
    question: isOpen ? "Which treatment is given when?" : "Which kit is opened when?",
    meta: [`design ${design}`, count(treatments.length, "treatment"), count(periods.length, "period")],
    answer: scheduleSentence(schedule),
    sections: [
      readersSection(schedule),
      { id: "schedule", heading: "Schedule", sentences: [], tables: [periodsTable(schedule)] },
      { id: "power", heading: "What the analysis can find", sentences: powerSentences(schedule), tables: [] },
      { id: "warnings", heading: "Warnings", sentences: warnings, tables: [] },
      ...(isOpen ? groundOf(schedule) : []),
      ...further,
      ...(isOpen ? [reproductionSection([schedule])] : []),
    ],
  };
}
