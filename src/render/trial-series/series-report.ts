import type { BetweenCaseResult, Estimate, TrialSeriesResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatFixed, formatProbability } from "../format-number.ts";
import { seriesMethods } from "../methods/trial-methods.ts";
import { formatPValue } from "../pooling/p-value.ts";
import { assumptionsOnPaper, closingPages, dataOnPaper, unknownOnPaper } from "../words/ground-sections.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { cellsOf, nextPatientSentences, seriesAnswer, seriesSubject } from "./series-words.ts";

/** A series with what was asked for beside it. */
export interface SeriesReport {
  series: TrialSeriesResult;
  /** null where it has no answer. */
  betweenCase: BetweenCaseResult | null;
}

function chance(probability: number | null): string {
  return probability === null ? "–" : formatProbability(probability);
}

function patientsTable({ patients, threshold }: TrialSeriesResult): WordTable {
  const beyond = threshold === null ? [] : ["Beyond the least that matters"];
  return {
    caption:
      "Each patient: alone; with errors as spread as those of all patients; and drawn towards the mean, with the probability of a benefit.",
    head: [
      "Patient",
      "Scores",
      "Alone",
      "Interval",
      "Spread of all",
      "Interval",
      "Drawn in",
      "Interval",
      "Better",
      ...beyond,
    ],
    groups: [
      {
        rows: patients.map((row) => [
          row.patient,
          `${row.nScores}`,
          ...cellsOf(row.own),
          ...cellsOf(row.local),
          ...cellsOf(row.shrunken),
          chance(row.probabilityOfBenefit),
          ...(threshold === null ? [] : [chance(row.probabilityBeyondThreshold)]),
        ]),
      },
    ],
  };
}

/** How many scores each patient gave. */
function countsTable({ patients }: TrialSeriesResult): WordTable {
  const rows = patients.map(({ patient, nScores }) => [patient, `${nScores}`]);
  return { caption: "Scores that entered.", head: ["Patient", "Scores"], groups: [{ rows }] };
}

function quantitiesTable(caption: string, rows: readonly Estimate[]): WordTable[] {
  if (rows.length === 0) return [];
  return [
    {
      caption,
      head: ["Quantity", "Estimate", "Interval"],
      groups: [{ rows: rows.map((row) => [row.label, ...cellsOf(row)]) }],
    },
  ];
}

function meanSection({ estimates, pool, test, assumes, label }: TrialSeriesResult): WordSection {
  const found = test
    ? [
        `Test of no effect on average: t = ${formatFixed(test.value, 2)} on ${formatFixed(test.degreesOfFreedom!, 1)} degrees of freedom; p-value ${formatPValue(test.pValue)}.`,
      ]
    : [];
  const isMixed = estimates !== pool && estimates[0]?.parameter !== pool[0]?.parameter;
  return {
    id: "mean",
    heading: "What the patients say together",
    sentences: [`The mixed model takes for granted: ${assumes}`, ...found],
    tables: [
      ...(isMixed ? quantitiesTable("By the mixed model of all scores.", estimates) : []),
      ...quantitiesTable(`By the pool of the patients' own effects (${label}).`, pool),
    ],
  };
}

function betweenCaseSection(result: BetweenCaseResult | null): WordSection {
  const heading = "The effect in standard deviations";
  if (result === null) return { id: "between-case", heading, sentences: [], tables: [] };
  const { estimates, label, assumes, degreesOfFreedom, warnings } = result;
  return {
    id: "between-case",
    heading,
    sentences: [
      `${label}, with ${formatFixed(degreesOfFreedom, 1)} degrees of freedom; positive where patients are better. It takes for granted: ${assumes}`,
      ...warnings.map(({ message }) => message),
    ],
    tables: quantitiesTable("The between-case standardized difference and its parts.", estimates),
  };
}

/** A series in words and tables. */
export function seriesReport({ series, betweenCase }: SeriesReport): WordReport {
  return {
    name: "A series of N-of-1 trials",
    subject: seriesSubject(series),
    question: `What do these trials say together of ${seriesSubject(series)}, and of the next patient?`,
    meta: [`${series.nPatients} patients`, `${series.nScores} scores`],
    answer: seriesAnswer(series),
    sections: [
      meanSection(series),
      { id: "patients", heading: "Each patient", sentences: [], tables: [patientsTable(series)] },
      { id: "next", heading: "The next patient", sentences: nextPatientSentences(series), tables: [] },
      betweenCaseSection(betweenCase),
      {
        id: "warnings",
        heading: "Warnings",
        sentences: series.warnings.map(({ message }) => message),
        tables: [],
      },
      unknownOnPaper([
        "Whether relief carried over from one period into the next cannot be read from these scores; if it did, the treatments look more alike than they are.",
        "The next patient is like these only if these were not picked for their answer.",
      ]),
      assumptionsOnPaper([
        `The mixed model: ${series.assumes.replace(/[.]?$/u, ".")}`,
        ...(betweenCase
          ? [`The standardized difference: ${betweenCase.assumes.replace(/[.]?$/u, ".")}`]
          : []),
        "No prior enters.",
      ]),
      dataOnPaper([], countsTable(series)),
      ...closingPages(seriesMethods(series, betweenCase), betweenCase ? [series, betweenCase] : [series]),
    ],
  };
}
