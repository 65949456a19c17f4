import type { SummaryReport } from "../../src/schema/summary-report.ts";

/** Numbers of one sample, computed in the plainest way. */
export interface PlainNumbers {
  mean: number;
  sd: number;
  median: number;
  minimum: number;
  maximum: number;
  lowerQuartile: number;
  upperQuartile: number;
}

/** Every ascending pick of n values, one list after another. */
export function multisetsOf(values: readonly number[], n: number): number[][] {
  if (n === 0) return [[]];
  return values.flatMap((value, i) => multisetsOf(values.slice(i), n - 1).map((rest) => [value, ...rest]));
}

function quantile(sorted: readonly number[], p: number): number {
  const h = (sorted.length - 1) * p;
  const below = sorted[Math.floor(h)]!;
  return below + (h - Math.floor(h)) * (sorted[Math.ceil(h)]! - below);
}

/** The numbers of one ascending sample. */
export function plainNumbers(sorted: readonly number[]): PlainNumbers {
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length;
  const squares = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const [minimum, lowerQuartile, median, upperQuartile, maximum] = [0, 0.25, 0.5, 0.75, 1].map((p) =>
    quantile(sorted, p),
  ) as [number, number, number, number, number];
  return {
    mean,
    sd: Math.sqrt(squares / (sorted.length - 1)),
    median,
    minimum,
    maximum,
    lowerQuartile,
    upperQuartile,
  };
}

const EXACT = ["median", "minimum", "maximum", "lowerQuartile", "upperQuartile"] as const;

/** Whether one ascending sample meets a report. */
export function meetsReport(sorted: readonly number[], report: SummaryReport): boolean {
  const numbers = plainNumbers(sorted);
  const near = (found: number, printed: number, decimals?: number): boolean =>
    Math.abs(found - printed) <= (decimals === undefined ? 0 : 0.5 / 10 ** decimals) + 1e-9;
  const { mean, sd, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY } = report;
  return (
    numbers.minimum >= lower - 1e-9 &&
    numbers.maximum <= upper + 1e-9 &&
    (mean === undefined || near(numbers.mean, mean, report.decimals)) &&
    (sd === undefined || near(numbers.sd, sd, report.sdDecimals)) &&
    EXACT.every((name) => report[name] === undefined || near(numbers[name], report[name]))
  );
}
