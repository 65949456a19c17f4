import type { Companion, Estimate, PooledBayesSensitivity } from "../../schema/index.ts";
import { type CsvCell, toCsv } from "../csv.ts";
import { priorName } from "./prior-rows.ts";
import type { ReadablePool } from "./read-pool.ts";

const COLUMNS = [
  "parameter",
  "label",
  "series",
  "scale",
  "unit",
  "estimate",
  "standardError",
  "lower",
  "upper",
  "level",
  "method",
  "bound",
  "weight",
  "n",
  "certainty",
  "prior",
] as const;

/** One row of the CSV file of a pool. */
export type PoolCsvRow = Partial<Record<(typeof COLUMNS)[number], CsvCell>>;

function ofEstimate({ given: _, dataShare: __, patient: ___, ...row }: Estimate, scale: string): PoolCsvRow {
  return { ...row, scale };
}

/** Mean, companions and prediction, once on the scale of the pool and once as people read them. */
function pooledRows({ estimates, companions = [], natural }: ReadablePool): PoolCsvRow[] {
  const beside = (rows: readonly Companion[], scale: string): PoolCsvRow[] =>
    rows.map(({ label, row }) => ({ ...ofEstimate(row, scale), parameter: "companion", label }));
  return [
    ...estimates.map((row) => ofEstimate(row, "pooled")),
    ...beside(companions, "pooled"),
    ...(natural?.estimates ?? []).map((row) => ofEstimate(row, "natural")),
    ...beside(natural?.companions ?? [], "natural"),
  ];
}

function seriesRows({ series, natural, estimates }: ReadablePool): PoolCsvRow[] {
  const level = estimates[0]?.level;
  const shared = { parameter: "effect", label: "Effect of the series alone", level, method: "z" };
  return series.flatMap(({ weight, n, moderators, summary: _, ...row }, i): PoolCsvRow[] => {
    const own = { ...shared, weight, n, certainty: moderators?.certainty ?? null };
    const turned = natural?.series[i];
    return [
      { ...own, ...row, scale: "pooled", unit: estimates[0]?.unit },
      ...(turned && natural ? [{ ...own, ...turned, scale: "natural", unit: natural.unit }] : []),
    ];
  });
}

/** Mean, prediction and τ under each prior. */
function priorCsvRows({ rows }: PooledBayesSensitivity): PoolCsvRow[] {
  return rows.flatMap(({ priors, estimates, natural = [] }) => {
    const prior = priorName(priors.tau.label);
    return [
      ...estimates.map((row) => ({ ...ofEstimate(row, "pooled"), prior })),
      ...natural.map((row) => ({ ...ofEstimate(row, "natural"), prior })),
    ];
  });
}

/**
 * Writes a pool as CSV: mean, prediction, differences and companions, then each series, then mean, prediction and τ under each
 * prior; `scale` says on which scale a row is.
 *
 * @param result By any method: `poolSeries` or `poolBayes`.
 * @param sensitivity What several priors make of the same series.
 * @param further Rows of what was asked for beside the pool.
 */
export function pooledCsv(
  result: ReadablePool,
  sensitivity?: PooledBayesSensitivity | null,
  further: readonly PoolCsvRow[] = [],
): string {
  const rows = [
    ...pooledRows(result),
    ...seriesRows(result),
    ...(sensitivity ? priorCsvRows(sensitivity) : []),
    ...further,
  ];
  return toCsv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}
