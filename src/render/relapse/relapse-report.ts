import { count } from "../text/assumptions.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { assumptionsSection, reproductionSection } from "./assumptions-section.ts";
import { averageAnswer } from "./average-words.ts";
import { coursesSection } from "./courses-section.ts";
import { DIAGNOSTICS_NOTES, diagnosticsAnswer } from "./diagnostics-words.ts";
import { foundSection } from "./found-section.ts";
import { groupsSection } from "./groups-section.ts";
import { relapseNameInWords } from "./relapse-name.ts";
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

function dataSection(study: RelapseStudy): WordSection {
  const rows = study.results.flatMap(({ observations }) => observations);
  const tables = rows.length === 0 ? [] : [rowsTable(rows, timeUnitOf(study))];
  return { id: "data", heading: "The courses as analysed", sentences: [], tables };
}

/** Time to relapse in words. */
export function relapseReport(study: RelapseStudy): WordReport {
  const { results, intervals, diagnostics } = study;
  const fitMessages = diagnostics?.warnings.map(({ message }) => message) ?? [];
  const others = messagesOf(study, (code) => !UNKNOWN_CODES.includes(code));
  const name = relapseNameInWords(results);
  const subject = "how long until relapse";
  return {
    name: name.startsWith("Time to relapse") ? name.replace("Time to relapse", "All courses") : name,
    subject,
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
      reproductionSection(study),
    ],
  };
}
