import type { Estimate, PooledResult } from "../../schema/index.ts";
import { type CsvCell, toCsv } from "../csv.ts";

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
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], CsvCell>>;

function ofEstimate({ given: _, dataShare: __, patient: ___, ...row }: Estimate, scale: string): Row {
  return { ...row, scale };
}

/** Mean, companions and prediction, once on the scale of the pool and once as people read them. */
function pooledRows({ estimates, companions, natural }: PooledResult): Row[] {
  const beside = (rows: typeof companions, scale: string): Row[] =>
    rows.map(({ label, row }) => ({ ...ofEstimate(row, scale), parameter: "companion", label }));
  return [
    ...estimates.map((row) => ofEstimate(row, "pooled")),
    ...beside(companions, "pooled"),
    ...(natural?.estimates ?? []).map((row) => ofEstimate(row, "natural")),
    ...beside(natural?.companions ?? [], "natural"),
  ];
}

function seriesRows({ series, natural, estimates }: PooledResult): Row[] {
  const level = estimates[0]?.level;
  const shared = { parameter: "effect", label: "Effect of the series alone", level, method: "z" };
  return series.flatMap(({ weight, n, moderators, summary: _, ...row }, i): Row[] => {
    const own = { ...shared, weight, n, certainty: moderators?.certainty ?? null };
    const turned = natural?.series[i];
    return [
      { ...own, ...row, scale: "pooled", unit: estimates[0]?.unit },
      ...(turned && natural ? [{ ...own, ...turned, scale: "natural", unit: natural.unit }] : []),
    ];
  });
}

/** Writes a pool as CSV: mean, prediction, differences and companions, then each series; `scale` says on which scale a row is. */
export function pooledCsv(result: PooledResult): string {
  const rows = [...pooledRows(result), ...seriesRows(result)];
  return toCsv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}
