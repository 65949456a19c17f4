import type { ModelComparison, ResponseSensitivity } from "../../schema/index.ts";
import { comparisonMethods } from "../methods/further-response-methods.ts";
import { SINGLE_ARM } from "../response-text.ts";
import { count } from "../text/assumptions.ts";
import { assumptionsOnPaper, closingPages, dataOnPaper } from "../words/ground-sections.ts";
import { scoresReadTable } from "../words/scores-read-table.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { comparisonAnswer } from "./comparison-answer.ts";
import { averageTables, modelsTable, sensitivityTables } from "./comparison-tables.ts";

/** A patient under every model and every set of priors. */
export interface ComparisonReport {
  comparison: ModelComparison;
  sensitivity: ResponseSensitivity;
}

/** What was assumed in every row, and what varies from row to row. */
function assumptions({ comparison, sensitivity }: ComparisonReport): WordSection {
  const sets = [...new Set(sensitivity.cells.map(({ priors }) => `“${priors}”`))].join(", ");
  return assumptionsOnPaper([
    `The models are held against each other under the set of priors “${comparison.priors}”, and each of them under the sets ${sets}.`,
    "Scores scatter normally about a curve, independently of each other, and are seen rounded.",
  ]);
}

/** The scores that were left out in turn, as they were read. */
function scoresOf({ leaveOneOut }: ModelComparison): { day: number; score: string }[] {
  const first = leaveOneOut[0]?.model;
  return leaveOneOut.filter(({ model }) => model === first);
}

/** A comparison in words, before it is set as text, Markdown or HTML. */
export function comparisonReport(report: ComparisonReport): WordReport {
  const { comparison, sensitivity } = report;
  const { patient, nObservations, nCourses, models, warnings } = comparison;
  return {
    name: patient,
    subject: "models beside each other",
    question: "Would another model, or other priors, tell another story of this patient?",
    meta: [
      `${count(nObservations, "score")}, ${count(nCourses, "course")}`,
      count(models.length, "model"),
      "every set of priors",
    ],
    answer: comparisonAnswer(comparison),
    sections: [
      {
        id: "models",
        heading: "How well does each model predict?",
        sentences: warnings.map(({ message }) => message),
        tables: [modelsTable(comparison)],
      },
      {
        id: "averages",
        heading: "Averaged over the models",
        sentences: [],
        tables: averageTables(comparison),
      },
      {
        id: "sensitivity",
        heading: "Every model under every set of priors",
        sentences: [],
        tables: sensitivityTables(sensitivity),
      },
      {
        id: "unknown",
        heading: "What this cannot show",
        sentences: [
          "A model that predicts better is not thereby true: few scores leave many curves open.",
          SINGLE_ARM[0]!,
        ],
        tables: [],
      },
      assumptions(report),
      dataOnPaper([], scoresReadTable(scoresOf(comparison))),
      ...closingPages(comparisonMethods(comparison), [comparison, sensitivity]),
    ],
  };
}
