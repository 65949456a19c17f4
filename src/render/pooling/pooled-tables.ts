import type { Estimate, PooledBayesSensitivity, PooledResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatPercent, formatRange, formatValue } from "../format-number.ts";
import { intervalName } from "./pooled-answer.ts";
import { formatLimits, formatPooled, formatWithLimits, plain, scaleName } from "./pooled-number.ts";
import { priorRows } from "./prior-rows.ts";
import { isPooled, readPool } from "./read-pool.ts";
import { seriesCounts } from "./series-counts.ts";

/** The column that says how certain the numbers of a series are; it stands beside them. */
const CERTAINTY = "certainty";

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** As many digits as the limits support: "0.49 (0.34 to 0.70)"; three where there are none. */
export function plainRow({ estimate, lower, upper }: Pick<Estimate, "estimate" | "lower" | "upper">): string {
  if (lower === null || upper === null) return plain(estimate);
  return `${formatValue(estimate, "", upper - lower)} (${formatRange(lower, upper, "")})`;
}

/** The headline, the methods beside it, the means under priors, and the prediction. */
export function answersTable(
  result: PooledResult,
  sensitivity: PooledBayesSensitivity | null = null,
): WordTable[] {
  if (!isPooled(result)) return [];
  const pool = readPool(result);
  const rawPrediction = result.estimates.find(({ parameter }) => parameter === "prediction");
  const rows = [
    { label: intervalName(result), row: pool.mean, raw: result.estimates[0]! },
    ...pool.companions.map(({ label, row }, i) => ({ label, row, raw: result.companions[i]!.row })),
    ...(sensitivity ? priorRows(sensitivity).map(({ label, mean, raw }) => ({ label, row: mean, raw })) : []),
    ...(pool.prediction && rawPrediction
      ? [
          {
            label: `Further series, ${result.methods?.prediction ?? "prediction"}`,
            row: pool.prediction,
            raw: rawPrediction,
          },
        ]
      : []),
  ];
  const isTurned = result.backTransform !== "identity";
  const unit = result.estimates[0]!.unit;
  return [
    {
      caption: "The headline first, then other methods beside it.",
      head: [
        "Method",
        scaleName(pool),
        `${formatPercent(pool.mean.level)} interval`,
        ...(isTurned ? [`On the ${unit} scale`] : []),
      ],
      groups: [
        {
          rows: rows.map(({ label, row, raw }) => [
            label,
            formatPooled(row.estimate, pool, widthOf(row), "cell"),
            formatLimits(row, pool, "cell"),
            ...(isTurned ? [plainRow(raw)] : []),
          ]),
        },
      ],
    },
  ];
}

function widthOf({ lower, upper }: Estimate): number | null {
  return lower === null || upper === null ? null : upper - lower;
}

const DIFFERENCES: readonly string[] = ["tauSquared", "tau", "iSquared", "hSquared"];

/** τ², τ, I² and H² with their intervals. */
export function differenceTable({ estimates, methods, nSeries }: PooledResult): WordTable[] {
  const rows = DIFFERENCES.flatMap((name) => findEstimate(estimates, name) ?? []);
  if (rows.length === 0 || nSeries < 2) return [];
  const text = (value: number | null, unit: string): string =>
    unit === "fraction" ? formatValue(value, unit) : plain(value);
  const how = [methods?.tauSquared, methods?.tauSquaredInterval].filter(Boolean).join("; intervals by ");
  return [
    {
      caption: `How far the series differ${how === "" ? "" : `: ${how}`}.`,
      head: ["Quantity", "Estimate", `${formatPercent(rows[0]!.level)} interval`],
      groups: [
        {
          rows: rows.map(({ label, unit, estimate, lower, upper }) => [
            label,
            text(estimate, unit),
            lower === null || upper === null ? "–" : `${text(lower, unit)} to ${text(upper, unit)}`,
          ]),
        },
      ],
    },
  ];
}

/** Each series with its numbers, its own interval, its weight and the certainty of its row. */
export function seriesTable(result: PooledResult): WordTable {
  const pool = readPool(result);
  const counts = seriesCounts(result.series);
  const level = formatPercent(pool.mean.level);
  const hasCertainty = result.series.some(({ moderators }) => moderators?.[CERTAINTY] !== undefined);
  return {
    caption: "Each series alone, by the normal interval, and its share of the mean.",
    head: [
      "Series",
      ...counts.heads,
      `${scaleName(pool)}, ${level}`,
      "Weight",
      ...(hasCertainty ? ["Certainty"] : []),
    ],
    groups: [
      {
        rows: result.series.map(({ series, weight, moderators }, i) => [
          series,
          ...counts.cells[i]!,
          formatWithLimits(pool.series[i]!, pool),
          formatValue(weight, "fraction"),
          ...(hasCertainty ? [String(moderators?.[CERTAINTY] ?? "not said")] : []),
        ]),
      },
    ],
  };
}

/** What the file says of each series beside its numbers. */
export function moderatorsTable({ series }: Pick<PooledResult, "series">): WordTable[] {
  const names = [...new Set(series.flatMap(({ moderators }) => Object.keys(moderators ?? {})))].filter(
    (name) => name !== CERTAINTY,
  );
  if (names.length === 0) return [];
  return [
    {
      caption: "What the file says of each series.",
      head: ["Series", ...names.map(capital)],
      groups: [
        {
          rows: series.map((one) => [
            one.series,
            ...names.map((name) => String(one.moderators?.[name] ?? "–")),
          ]),
        },
      ],
    },
  ];
}
