import type { Estimate, ModelComparison, ResponseSensitivity, SensitivityCell } from "../../schema/index.ts";
import { formatEstimate, formatFixed, formatInterval, formatProbability } from "../format-number.ts";

/** A table in words: a caption, a head, and rows under headings. */
export interface WordTable {
  caption: string;
  head: string[];
  groups: { heading?: string; rows: string[][] }[];
}

const NOTHING = "–";

function signed(value: number, decimals: number): string {
  return `${value < 0 ? "−" : ""}${formatFixed(Math.abs(value), decimals)}`;
}

function withError(value: number | null, error: number | null): string {
  if (value === null) return NOTHING;
  return error === null ? signed(value, 1) : `${signed(value, 1)} ± ${formatFixed(error, 1)}`;
}

/** "12 : 1", "1 : 3", from the logarithm; beyond a thousand only that. */
function odds(logBayesFactor: number | null): string {
  if (logBayesFactor === null) return NOTHING;
  const factor = Math.exp(Math.abs(logBayesFactor));
  const size = factor > 1000 ? "over 1000" : formatFixed(factor, factor < 10 ? 1 : 0);
  return logBayesFactor >= 0 ? `${size} : 1` : `1 : ${size}`;
}

/** How the models predict the scores left out, and what they weigh. */
export function modelsTable({ models, priors }: ModelComparison): WordTable {
  return {
    caption: `Models beside each other, under the ${priors} priors. Only a difference above 2 counts.`,
    head: [
      "Model",
      "Behind the best",
      "Ahead of no effect",
      "Weight",
      "Odds against no effect",
      "k̂",
      "Refits",
    ],
    groups: [
      {
        rows: models.map((row) => [
          row.label,
          withError(row.difference, row.differenceStandardError),
          withError(row.differenceFromNoEffect, row.differenceFromNoEffectStandardError),
          row.stackingWeight === null ? NOTHING : formatFixed(row.stackingWeight, 2),
          odds(row.logBayesFactor),
          row.largestParetoShape === null ? NOTHING : signed(row.largestParetoShape, 2),
          row.nRefits === null ? NOTHING : `${row.nRefits}`,
        ]),
      },
    ],
  };
}

/** The quantities averaged over the models, one table for each way to weigh them. */
export function averageTables({ averages }: ModelComparison): WordTable[] {
  return averages.map((average) => {
    const courses = [...new Set(average.estimates.map(({ course }) => course))];
    return {
      caption: `Averaged over the models by ${average.weighting} weights. The relapse day is given that the threshold is reached.`,
      head: ["Quantity", "Estimate", "Interval"],
      groups: courses.map((course) => ({
        heading: `Course ${course}`,
        rows: [
          ...average.estimates
            .filter((row) => row.course === course)
            .map((row) => [row.label, formatEstimate(row), formatInterval(row)]),
          ...average.probabilities
            .filter((row) => row.course === course && row.probability !== null)
            .map((row) => [row.label, formatProbability(row.probability!), ""]),
        ],
      })),
    };
  });
}

function cellOf(rows: readonly Estimate[], parameter: string, course: number): string {
  const row = rows.find((other) => other.parameter === parameter && other.course === course);
  if (!row || row.estimate === null) return NOTHING;
  return `${formatEstimate(row)} (${formatInterval(row)})`;
}

function sensitivityRow(cell: SensitivityCell, course: number): string[] {
  const never = cell.probabilities.find((row) => row.event === "neverReached" && row.course === course);
  return [
    cell.priors,
    cellOf(cell.estimates, "bestRelief", course),
    cellOf(cell.estimates, "relapseDay", course),
    never?.probability == null ? NOTHING : formatProbability(never.probability),
    cell.noEffect === null ? NOTHING : formatProbability(cell.noEffect.probability),
  ];
}

/** Every model under every set of priors: a table for each course. */
export function sensitivityTables({ cells }: ResponseSensitivity): WordTable[] {
  const courses = [
    ...new Set(cells.flatMap(({ estimates }) => estimates.flatMap(({ course }) => course ?? []))),
  ].sort((a, b) => a - b);
  const models = [...new Set(cells.map(({ modelLabel }) => modelLabel))];
  return courses.map((course) => ({
    caption: `Course ${course}: every model under every set of priors.`,
    head: ["Priors", "Best relief", "Relapse day", "Never reached", "No effect"],
    groups: models.map((model) => ({
      heading: model,
      rows: cells.filter((cell) => cell.modelLabel === model).map((cell) => sensitivityRow(cell, course)),
    })),
  }));
}
