import type { Estimate } from "../schema/estimate.ts";
import type { NaturalPool, NaturalScale, PooledResult } from "../schema/pooled-result.ts";
import type { SeriesSummary } from "../schema/series.ts";
import { type BackTransform, backTransforms } from "./effect-measures/back-transforms.ts";

/** Turns a value back; null stays null. */
type Back = (value: number) => number;

/** Names of the rows of a pool on the scale of a label; others keep theirs. */
const LABELS: Readonly<Record<string, (label: string) => string>> = {
  mean: (label) => label,
  prediction: (label) => `${label} in a further series`,
};

/** Rows that lie on the scale of the pool. */
const EFFECTS: readonly string[] = ["mean", "prediction", "seriesEffect"];

function turned(row: Estimate, back: Back, decreasing: boolean, { label, unit }: NaturalScale): Estimate {
  const limit = (value: number | null): number | null => {
    const found = value === null ? Number.NaN : back(value);
    return Number.isFinite(found) ? found : null;
  };
  const limits = [limit(row.lower), limit(row.upper)] as const;
  const [lower, upper] = decreasing ? [limits[1], limits[0]] : limits;
  return {
    ...row,
    label: LABELS[row.parameter]?.(label) ?? row.label,
    unit,
    estimate: limit(row.estimate),
    standardError: null,
    lower,
    upper,
    bound: boundOf(lower, upper),
  };
}

/** Limits beyond the largest number there is count as none. */
function boundOf(lower: number | null, upper: number | null): Estimate["bound"] {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}

/** Patients or time at risk of each series, where the transformation asks for them; null where one is not known. */
function sizesOf(
  { size }: BackTransform,
  summaries: readonly SeriesSummary[],
): (number | undefined)[] | null {
  if (size === null) return summaries.map(() => undefined);
  const sizes = summaries.map((summary) => summary[size]);
  return sizes.every((one) => one !== undefined && one > 0) ? sizes : null;
}

/** k over the sum of reciprocals; undefined where sizes don't matter. */
function harmonicMean(sizes: readonly (number | undefined)[]): number | undefined {
  const sum = sizes.reduce<number>((total, size) => total + 1 / (size ?? Number.NaN), 0);
  return Number.isFinite(sum) ? sizes.length / sum : undefined;
}

/** What a pool has that can be turned back. */
type TurnablePool = Pick<PooledResult, "backTransform" | "estimates" | "series" | "warnings"> &
  Partial<Pick<PooledResult, "companions">>;

/**
 * Adds to a pool the same numbers on the scale that people read: mean, prediction, companions, series, and the
 * true effect of each series where it is given. Limits are turned
 * back as they are, so that they stay where they were; there is no standard error on that scale.
 *
 * @param result A pool whose `backTransform` says the way back.
 * @param scale The scale it leads to.
 * @returns The pool with `natural`, and with what must be said of it; unchanged where the transformation is unknown or lacks a size.
 * @see Miller (1978), Am Stat 32:138, for the one that needs a size: the harmonic mean of the series' is used for the pool.
 * @example
 * withNaturalScale(pool, riskRatio.natural).natural?.estimates[0]?.unit; // "ratio"
 */
export function withNaturalScale<Pool extends TurnablePool>(
  result: Pool,
  scale: NaturalScale,
): Pool & { natural?: NaturalPool } {
  const transform = backTransforms.find(({ name }) => name === result.backTransform);
  const summaries = result.series.map(({ summary }) => summary ?? {});
  const sizes = transform ? sizesOf(transform, summaries) : null;
  if (!transform || sizes === null) return result;
  const { decreasing } = transform;
  const size = harmonicMean(sizes);
  const pooled: Back = (value) => transform.apply(value, size);
  const sizeOf = new Map(result.series.map(({ series }, i) => [series, sizes[i]]));
  const wayOf = ({ series }: Estimate): Back =>
    series === undefined ? pooled : (value) => transform.apply(value, sizeOf.get(series));
  const natural: NaturalPool = {
    ...scale,
    estimates: result.estimates
      .filter(({ parameter }) => EFFECTS.includes(parameter))
      .map((row) => turned(row, wayOf(row), decreasing, scale)),
    companions: (result.companions ?? []).map(({ label, row }) => ({
      label,
      row: turned(row, pooled, decreasing, scale),
    })),
    series: result.series.map(({ series, estimate, lower, upper }, i) => {
      const own: Back = (value) => transform.apply(value, sizes[i]);
      const [low, high] = decreasing ? [upper, lower] : [lower, upper];
      return { series, estimate: own(estimate), lower: own(low), upper: own(high) };
    }),
  };
  const mean = result.estimates[0]?.estimate ?? null;
  const cautions = mean === null ? [] : (transform.caution?.(mean, summaries) ?? []);
  return { ...result, natural, warnings: [...result.warnings, ...cautions] };
}
