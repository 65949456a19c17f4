import { relapseMethods } from "../methods/relapse-methods.ts";
import { count } from "../text/assumptions.ts";
import { dataOnPaper } from "../words/ground-sections.ts";
import { methodsSection } from "../words/methods-section.ts";
import { reproductionSection } from "../words/reproduction-section.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { assumptionsSection } from "./assumptions-section.ts";
import { averageAnswer } from "./average-words.ts";
import { coursesSection } from "./courses-section.ts";
import { DIAGNOSTICS_NOTES, diagnosticsAnswer } from "./diagnostics-words.ts";
import { foundSection } from "./found-section.ts";
import { groupsSection } from "./groups-section.ts";
import { relapseNameInWords } from "./relapse-name.ts";
import { rangeOf } from "./relapse-range.ts";
import { type RelapseStudy, timeUnitOf } from "./relapse-study.ts";
import { relapseSummary } from "./relapse-summary.ts";
import { rowsTable } from "./relapse-tables.ts";
import { messagesOf, UNKNOWN_CODES, unknownSection } from "./unknown-section.ts";

/** The answer in one or two sentences. */
function studyAnswer({ results, average }: RelapseStudy): string {
  return average ? averageAnswer(average) : relapseSummary(results);
}

function metaOf({ results, average }: RelapseStudy): string[] {
  if (average) return [`${average.models.length} laws averaged`, count(average.nObservations, "course")];
  const sum = (counts: number[]): number => counts.reduce((total, n) => total + n, 0);
  const nCourses = sum(results.map(({ nObservations }) => nObservations));
  const nEvents = sum(results.map((result) => result.nEvents));
  const patients = results.length === 1 ? ` of ${count(results[0]!.nPatients, "patient")}` : "";
  return [`model ${results[0]?.model}`, `${count(nCourses, "course")}${patients}`, count(nEvents, "relapse")];
}

function fitSection({ diagnostics }: RelapseStudy): WordSection {
  const heading = "How well the law fits";
  if (!diagnostics) return { id: "fit", heading, sentences: [], tables: [] };
  const few = diagnostics.warnings.map(({ message }) => message);
  return {
    id: "fit",
    heading,
    sentences: [diagnosticsAnswer(diagnostics), ...few, ...DIAGNOSTICS_NOTES],
    tables: [],
  };
}

/** What was read, where no courses stand in the result. */
function readInWords({ results, average }: RelapseStudy): string[] {
  const range = results[0] ? rangeOf(results[0]) : null;
  if (range)
    return [
      `Times from ${range.minimum} to ${range.maximum} ${results[0]!.timeUnit}s in ${count(range.n, "patient")}; nothing else was given.`,
    ];
  return average ? [`${count(average.nObservations, "course")}, as the input file gives them.`] : [];
}

function dataSection(study: RelapseStudy): WordSection {
  const rows = study.results.flatMap(({ observations }) => observations);
  const tables = rows.length === 0 ? [] : [rowsTable(rows, timeUnitOf(study))];
  if (tables.length === 0) return dataOnPaper(readInWords(study));
  return { id: "data", heading: "The courses as analysed", sentences: [], tables };
}

/** Time to relapse in words. */
export function relapseReport(study: RelapseStudy): WordReport {
  const { results, average, intervals, diagnostics } = study;
  const fitMessages = diagnostics?.warnings.map(({ message }) => message) ?? [];
  const others = messagesOf(study, (code) => !UNKNOWN_CODES.includes(code));
  const name = relapseNameInWords(results);
  return {
    name: name.startsWith("Time to relapse") ? name.replace("Time to relapse", "All courses") : name,
    subject: "how long until relapse",
    question:
      "How long does a patient stay well after a course, and when is the next relapse to be expected?",
    meta: metaOf(study),
    answer: studyAnswer(study),
    sections: [
      foundSection(study),
      coursesSection(intervals),
      groupsSection(study),
      unknownSection(study),
      fitSection(study),
      {
        id: "warnings",
        heading: "Warnings",
        sentences: others.filter((message) => !fitMessages.includes(message)),
        tables: [],
      },
      assumptionsSection(study),
      dataSection(study),
      methodsSection(relapseMethods(study)),
      reproductionSection([...results, ...(average ? [average] : []), ...intervals]),
    ],
  };
}
