import type { Estimate, PooledBayesResult, PooledBayesSensitivity } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatPercent, formatProbability } from "../format-number.ts";
import { timesText } from "./bayes-words.ts";
import { formatLimits, formatWithLimits, scaleName } from "./pooled-number.ts";
import { plainRow } from "./pooled-tables.ts";
import { priorRows } from "./prior-rows.ts";
import { readPool } from "./read-pool.ts";
import { seriesCounts } from "./series-counts.ts";

/** Mean, further series and τ. */
export function posteriorTable(result: PooledBayesResult): WordTable {
  const { backTransform, estimates } = result;
  const pool = readPool(result);
  const isTurned = backTransform !== "identity";
  const line = (label: string, row: Estimate | null, parameter: string): string[][] => {
    const raw = findEstimate(estimates, parameter);
    return row && raw ? [[label, formatWithLimits(row, pool), ...(isTurned ? [plainRow(raw)] : [])]] : [];
  };
  const tau = findEstimate(estimates, "tau");
  return {
    caption: "Medians of the posterior, with equal-tailed limits.",
    head: [
      "Quantity",
      `${scaleName(pool)}, ${formatPercent(pool.mean.level)}`,
      ...(isTurned ? [`On the ${estimates[0]!.unit} scale`] : []),
    ],
    groups: [
      {
        rows: [
          ...line("Mean effect", pool.mean, "mean"),
          ...line("Effect in a further series", pool.prediction, "prediction"),
          ...(tau ? [[tau.label, ...(isTurned ? ["–"] : []), plainRow(tau)]] : []),
        ],
      },
    ],
  };
}

/** Each series alone and with the others, on the scale of the pool. */
export function shrinkageTable(result: PooledBayesResult): WordTable {
  const { series, shrinkage, estimates } = result;
  const counts = seriesCounts(series);
  const drawn = estimates.filter(({ parameter }) => parameter === "seriesEffect");
  const unit = estimates[0]!.unit;
  const level = formatPercent(estimates[0]!.level);
  return {
    caption: `Each series alone, and with what the others tell of it${result.backTransform === "identity" ? "" : `, on the ${unit} scale`}.`,
    head: ["Series", ...counts.heads, `Alone, ${level}`, `With the others, ${level}`, "Drawn to the mean"],
    groups: [
      {
        rows: series.map((own, i) => [
          own.series,
          ...counts.cells[i]!,
          plainRow(own),
          drawn[i] ? plainRow(drawn[i]) : "–",
          formatProbability(shrinkage[i]!.shrinkage),
        ]),
      },
    ],
  };
}

/** The pool under each prior. */
export function priorsTable(result: PooledBayesResult, sensitivity: PooledBayesSensitivity): WordTable {
  const pool = readPool(result);
  const rows = priorRows(sensitivity);
  const hasFactor = rows.some(({ logBayesFactor }) => logBayesFactor !== null);
  const odds = (log: number | null): string =>
    log === null ? "–" : log >= 0 ? `${timesText(log)} : 1` : `1 : ${timesText(log)}`;
  return {
    caption: "The same series under other priors of τ.",
    head: [
      "Prior of τ",
      `${scaleName(pool)}, ${formatPercent(pool.mean.level)}`,
      "Further series",
      "τ",
      ...(hasFactor ? ["Bayes factor"] : []),
    ],
    groups: [
      {
        rows: rows.map(({ label, mean, prediction, tau, logBayesFactor }) => [
          label.replace(/^Bayes, /u, ""),
          formatWithLimits(mean, pool),
          formatLimits(prediction, pool, "cell"),
          plainRow(tau),
          ...(hasFactor ? [odds(logBayesFactor)] : []),
        ]),
      },
    ],
  };
}
