import type { PooledBayesSensitivity, PooledResult } from "../../../schema/index.ts";
import { findEstimate } from "../../estimate-rows.ts";
import { formatEstimate, formatInterval, formatPercent, formatValue } from "../../format-number.ts";
import { intervalName } from "../../pooling/pooled-answer.ts";
import { formatLimits, formatWithLimits } from "../../pooling/pooled-number.ts";
import { priorRows } from "../../pooling/prior-rows.ts";
import { isPooled, type ReadPool } from "../../pooling/read-pool.ts";
import { seriesCounts } from "../../pooling/series-counts.ts";
import type { Span } from "./forest-axis.ts";

/** How one line of a forest is drawn: a square for a series, a diamond for a mean (thin for one under a prior), a bar for the prediction. */
export type ForestMark = "series" | "mean" | "companion" | "prior" | "prediction";

/** One line of a forest. */
export interface ForestLine extends Span {
  mark: ForestMark;
  label: string;
  /** Counts, in the columns of the heads. */
  counts: string[];
  numbers: string;
  /** Share of the mean; null where it has none. */
  weight: number | null;
  weightText: string;
}

/** Titles of the columns and the lines below them. */
export interface ForestTable {
  heads: { label: string; counts: string[]; numbers: string; weight: string };
  lines: ForestLine[];
  /** How far the series differ, in two short lines; empty where that is not told. */
  differences: string[];
}

function differenceLines(result: PooledResult): string[] {
  if (!isPooled(result)) return [];
  const line = (name: string, parameter: string): string[] => {
    const row = findEstimate(result.estimates, parameter);
    if (!row || row.estimate === null || row.lower === null || row.upper === null) return [];
    // Squares of units say little in so small a place.
    const bare = row.unit === "fraction" ? row : { ...row, unit: "" };
    return [`${name} ${formatEstimate(bare)} (${formatInterval(bare)})`];
  };
  return [...line("τ²", "tauSquared"), ...line("I²", "iSquared")];
}

function pooledLines(
  result: PooledResult,
  pool: ReadPool,
  sensitivity: PooledBayesSensitivity | null,
): ForestLine[] {
  if (!isPooled(result)) return [];
  const line = (mark: ForestMark, label: string, row: Span): ForestLine => ({
    mark,
    label,
    estimate: row.estimate,
    lower: row.lower,
    upper: row.upper,
    counts: [],
    numbers: mark === "prediction" ? formatLimits(row, pool, "cell") : formatWithLimits(row, pool),
    weight: null,
    weightText: "",
  });
  const { mean, companions, prediction } = pool;
  return [
    line("mean", `Mean, ${intervalName(result)}`, mean),
    ...companions.map(({ label, row }) => line("companion", label, row)),
    ...(sensitivity ? priorRows(sensitivity).map(({ label, mean: own }) => line("prior", label, own)) : []),
    ...(prediction === null || (prediction.lower === null && prediction.upper === null)
      ? []
      : [line("prediction", `Further series (${formatPercent(prediction.level)})`, prediction)]),
  ];
}

/** Every line of a forest: the series, the mean, the methods beside it, the means under priors, the prediction. */
export function forestTable(
  result: PooledResult,
  pool: ReadPool,
  sensitivity: PooledBayesSensitivity | null = null,
): ForestTable {
  const counts = seriesCounts(result.series);
  const lines = result.series.map(({ series, weight }, i): ForestLine => {
    const { estimate, lower, upper } = pool.series[i]!;
    return {
      mark: "series",
      label: series,
      estimate,
      lower,
      upper,
      counts: counts.cells[i]!,
      numbers: formatWithLimits({ estimate, lower, upper }, pool),
      weight,
      weightText: formatValue(weight, "fraction"),
    };
  });
  return {
    heads: {
      label: "Series",
      counts: counts.heads,
      numbers: `Estimate (${formatPercent(pool.mean.level)})`,
      weight: "Weight",
    },
    lines: [...lines, ...pooledLines(result, pool, sensitivity)],
    differences: differenceLines(result),
  };
}
