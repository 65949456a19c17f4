import { EstimationError, InputError } from "../errors.ts";
import type { PooledResult } from "../schema/pooled-result.ts";
import type { Series } from "../schema/series.ts";
import { type Selection, withoutOverlaps } from "./overlaps.ts";
import { inverseVariance } from "./pool-methods/inverse-variance.ts";
import type { PoolMethod } from "./pool-methods/pool-method.ts";
import type { PoolMethodOptions } from "./pool-series-options.ts";

/** Options of `poolSeries`. */
export interface PoolSeriesOptions extends PoolMethodOptions {
  /** Way to the pool; default `inverseVariance`. */
  method?: PoolMethod;
}

/** The problems of a step that cannot be done anyway. */
function problemsOf(step: () => unknown): InputError["issues"] {
  try {
    step();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    if (!(error instanceof EstimationError)) throw error;
  }
  return [];
}

/** Leaves out what shares patients with a kept series; where that leaves pairs, all other problems are told with them. */
function select(series: readonly Series[], keep: readonly string[], pool: () => unknown): Selection<Series> {
  try {
    return withoutOverlaps(series, keep);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const known = new Set(error.issues.map(({ message }) => message));
    const further = problemsOf(pool).filter(({ message }) => !known.has(message));
    throw new InputError([...error.issues, ...further]);
  }
}

/**
 * Pools series as `readSeries` returns them: those that share patients with a kept one are left out, the others put on the
 * scale of one measure, pooled, and read on the scale that people know.
 *
 * @param series With the columns that the measure needs, or with estimates as they stand.
 * @returns As `poolEstimates`, with `natural`, the numbers behind each series and its further columns. Where the normal interval
 * and the chosen one differ on whether there is an effect, the normal one stands beside and a warning says which to trust.
 * @throws {InputError} with every missing or unsound number, and every pair of series that share patients.
 * @throws {RangeError} when an option is out of range, or a name to keep is not among the series.
 * @throws {EstimationError} `too-few-observations` where there is no series; `not-identifiable` where a sound summary has no
 * effect, such as the log of no events.
 * @see Viechtbauer (2010), J Stat Softw 36(3), sections 2 and 3. doi:10.18637/jss.v036.i03
 * @example
 * const series = readSeries("series,events,n,events_control,n_control\nA,7,11,1,12\nB,12,30,9,30");
 * poolSeries(series, { measure: riskRatio }).natural?.estimates[0]?.label; // "Risk ratio"
 */
export function poolSeries(series: readonly Series[], options: PoolSeriesOptions = {}): PooledResult {
  const { method = inverseVariance, ...settings } = options;
  const { keep = [] } = settings;
  if (series.length === 0)
    throw new EstimationError("too-few-observations", "Cannot pool: needs at least 1 series, got 0");
  const { pooled, leftOut } = select(series, keep, () => method.pool(series, settings));
  const result = method.pool(pooled, settings);
  const { provenance } = result;
  return {
    ...result,
    leftOut: [...leftOut, ...result.leftOut],
    provenance: {
      ...provenance,
      options: { ...provenance.options, keep: [...keep], poolMethod: method.name },
    },
  };
}
