import type { CohortResult } from "../../schema/index.ts";
import { cohortMethods } from "../methods/cohort-methods.ts";
import { count } from "../text/assumptions.ts";
import { dataOnPaper, unknownOnPaper } from "../words/ground-sections.ts";
import { methodsSection } from "../words/methods-section.ts";
import { reproductionSection } from "../words/reproduction-section.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { assumptionSentences } from "./cohort-assumptions.ts";
import {
  heterogeneityTable,
  nextTable,
  patientsTable,
  populationTable,
  twoStageTable,
} from "./cohort-tables.ts";
import {
  cohortAnswer,
  cohortName,
  heterogeneitySentences,
  nextSentences,
  summarySentences,
} from "./cohort-words.ts";
import { readTables } from "./read-tables.ts";
import { samplerSentences, samplerTable } from "./sampler-words.ts";
import { shrinkageSentences } from "./shrinkage-words.ts";

/** What of a report is wanted besides its answers. */
export interface CohortReportOptions {
  /** Sets the two-stage answer beside the one-stage one. */
  twoStage?: boolean;
  /** How summaries were read, where that is not seen in the result. */
  notes?: readonly string[];
}

function twoStageSection(result: CohortResult): WordSection {
  const sentences = result.twoStage
    ? [
        "Fitting each patient alone and pooling what is found is the simpler way; where it differs much from the answer above, ask why.",
      ]
    : ["Fewer than two patients could be fitted alone, so that nothing could be pooled."];
  return { id: "two-stage", heading: "In two stages", sentences, tables: twoStageTable(result) };
}

/** The answers, the widest first. */
function answerSections(result: CohortResult): WordSection[] {
  return [
    { id: "population", heading: "The typical patient", sentences: [], tables: populationTable(result) },
    {
      id: "heterogeneity",
      heading: "How patients differ",
      sentences: heterogeneitySentences(result),
      tables: heterogeneityTable(result),
    },
    { id: "next", heading: "The next patient", sentences: nextSentences(result), tables: nextTable(result) },
    {
      id: "patients",
      heading: "Each patient, alone and with the others",
      sentences: [],
      tables: patientsTable(result),
    },
    {
      id: "curves",
      heading: "What the others change",
      sentences: shrinkageSentences(result),
      tables: [],
    },
  ];
}

/** What curves without control periods cannot tell, however many there are. */
const COHORT_UNKNOWN: readonly string[] = [
  "There is no control period: natural course, regression to the mean and other treatments are inside the relief of every patient.",
  "Patients who were treated and not reported are not seen; the next patient is like these only if these were not picked for their answer.",
];

/** What the answers rest on. */
function groundSections(result: CohortResult, notes: readonly string[]): WordSection[] {
  const spoken = (id: string, heading: string, sentences: readonly string[]): WordSection => ({
    id,
    heading,
    sentences,
    tables: [],
  });
  return [
    spoken("summaries", "Known by summaries alone", [...summarySentences(result), ...notes]),
    {
      ...spoken("sampler", "How well the sampler mixed", samplerSentences(result)),
      tables: samplerTable(result),
    },
    spoken("assumptions", "What was assumed", assumptionSentences(result)),
    spoken(
      "warnings",
      "What to keep in mind",
      result.warnings.map(({ message }) => message),
    ),
    unknownOnPaper(COHORT_UNKNOWN),
    dataOnPaper([], ...readTables(result)),
    methodsSection(cohortMethods(result)),
    reproductionSection([result]),
  ];
}

/** A cohort in words, before it is set as text, Markdown or HTML. */
export function cohortReport(
  result: CohortResult,
  { twoStage = false, notes = [] }: CohortReportOptions = {},
): WordReport {
  const { model, approximation, nCourses, nObservations, summaries } = result;
  const sources = summaries.length === 1 ? "1 summary" : `${summaries.length} summaries`;
  return {
    name: cohortName(result),
    subject: "their responses at once",
    question:
      "What do these patients say together of the typical patient, of how patients differ, and of the next one?",
    meta: [
      `model ${model}`,
      approximation,
      count(nObservations, "score"),
      count(nCourses, "course"),
      ...(summaries.length > 0 ? [sources] : []),
    ],
    answer: cohortAnswer(result),
    sections: [
      ...answerSections(result),
      ...(twoStage ? [twoStageSection(result)] : []),
      ...groundSections(result, notes),
    ],
  };
}
