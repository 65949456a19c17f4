import type { ResponseDiagnostics } from "../../schema/index.ts";
import { diagnosticsMethods } from "../methods/further-response-methods.ts";
import { nameWithOutcome } from "../patient-name.ts";
import { count } from "../text/assumptions.ts";
import { assumptionsOnPaper, closingPages, dataOnPaper } from "../words/ground-sections.ts";
import { scoresReadTable } from "../words/scores-read-table.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { cannotBeJudged, diagnosticsAnswer } from "./diagnostics-answer.ts";
import { checksTable, extrapolationTable, influenceTables, residualTable } from "./diagnostics-tables.ts";

/** The messages of warnings of some kinds. */
function messages({ warnings }: ResponseDiagnostics, ...codes: string[]): string[] {
  return warnings.filter(({ code }) => codes.includes(code)).map(({ message }) => message);
}

/** Kinds of warnings that stand where they belong; all others stand under "Warnings". */
const PLACED = [
  "outlying-score",
  "influential-score",
  "predictive-check",
  "extrapolated",
  "leave-one-out-failed",
];

/** Said beside every influence. */
const NOT_WRONG =
  "A score that moves the answer is not a wrong score: with few scores each one counts. It is the one to check in the record first.";

function residualSection(diagnostics: ResponseDiagnostics): WordSection {
  const limits = cannotBeJudged(diagnostics);
  return {
    id: "residuals",
    heading: "Does each score fit the others?",
    sentences: [
      "A residual says how far a score lies from what the other scores and the priors foretell, in standard deviations; if the model is right, about one in twenty lies beyond ±2. A score is called out of line where so large a one would be rare among all scores of the patient.",
      ...messages(diagnostics, "outlying-score", "leave-one-out-failed"),
      ...(limits === null ? [] : [limits]),
    ],
    tables: [residualTable(diagnostics)],
  };
}

function influenceSection(diagnostics: ResponseDiagnostics): WordSection {
  const strong = messages(diagnostics, "influential-score");
  const none = "Without any one score no median moves by more than its standard deviation.";
  return {
    id: "influence",
    heading: "What does each score do to the answer?",
    sentences:
      diagnostics.influence.length === 0 ? [] : [...(strong.length > 0 ? strong : [none]), NOT_WRONG],
    tables: influenceTables(diagnostics),
  };
}

function checksSection(diagnostics: ResponseDiagnostics): WordSection {
  const failed = messages(diagnostics, "predictive-check");
  return {
    id: "checks",
    heading: "Do made-up scores look like the patient’s?",
    sentences: [
      ...(failed.length > 0
        ? failed
        : ["Scores made up from the fitted model have features like the patient’s."]),
      "A probability near 0 or 100 % speaks against the model; one in the middle does not speak for it, since the model has seen these scores.",
    ],
    tables: [checksTable(diagnostics)],
  };
}

function extrapolationSection(diagnostics: ResponseDiagnostics): WordSection {
  const { extrapolation } = diagnostics;
  const none = "Each relapse day has scores up to its upper limit.";
  const beyond = messages(diagnostics, "extrapolated");
  return {
    id: "extrapolation",
    heading: "How far does the answer reach beyond the scores?",
    sentences: extrapolation.length === 0 ? [] : beyond.length > 0 ? beyond : [none],
    tables: extrapolation.length === 0 ? [] : [extrapolationTable(diagnostics)],
  };
}

/** Diagnostics in short, for the report of a fit. */
export function diagnosticsSection(diagnostics: ResponseDiagnostics): WordSection {
  const parts = [residualSection, influenceSection, checksSection, extrapolationSection].map((part) =>
    part(diagnostics),
  );
  return {
    id: "diagnostics",
    heading: "How well the curve fits",
    sentences: [
      diagnosticsAnswer(diagnostics),
      ...messages(
        diagnostics,
        "outlying-score",
        "influential-score",
        "predictive-check",
        "leave-one-out-failed",
      ),
    ],
    tables: parts.flatMap(({ tables }) => tables),
    notes: [NOT_WRONG],
  };
}

/** The diagnostics of a fit in words. */
export function diagnosticsReport(diagnostics: ResponseDiagnostics): WordReport {
  const { model, priors, nObservations, nCourses, warnings } = diagnostics;
  const others = warnings.filter(({ code }) => !PLACED.includes(code)).map(({ message }) => message);
  return {
    name: nameWithOutcome(diagnostics),
    subject: "how well the curve fits",
    question: "Does the curve fit the scores, and does the answer hang on one of them?",
    meta: [
      `model ${model}`,
      `${priors} priors`,
      `${count(nObservations, "score")}, ${count(nCourses, "course")}`,
      ...(diagnostics.influence.length > 0 ? ["given an effect"] : []),
    ],
    answer: diagnosticsAnswer(diagnostics),
    sections: [
      residualSection(diagnostics),
      influenceSection(diagnostics),
      checksSection(diagnostics),
      extrapolationSection(diagnostics),
      { id: "warnings", heading: "Warnings", sentences: others, tables: [] },
      {
        id: "unknown",
        heading: "What this cannot show",
        sentences: [
          "A curve that fits is not a treatment that works: without a control period the natural course fits as well.",
        ],
        tables: [],
      },
      assumptionsOnPaper([
        `The model is “${model}”, the set of priors “${priors}”; scores scatter normally about the curve, independently of each other, and are seen rounded.`,
        "A score’s influence is judged as if only that score were wrong.",
      ]),
      dataOnPaper([], scoresReadTable(diagnostics.residuals)),
      ...closingPages(diagnosticsMethods(diagnostics), [diagnostics]),
    ],
  };
}
