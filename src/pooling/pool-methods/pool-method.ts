import type { PooledResult } from "../../schema/pooled-result.ts";
import type { Series } from "../../schema/series.ts";
import type { EffectMeasure } from "../effect-measures/effect-measure.ts";
import type { PoolMethodOptions } from "../pool-series-options.ts";

/** A way from the summaries of series to a pool. */
export interface PoolMethod {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** Measures that it can pool, the default first; null where it pools every one, and estimates as they stand. */
  readonly measures: readonly EffectMeasure[] | null;
  /**
   * @param series That share no patients.
   * @throws {InputError} with every missing or unsound number.
   * @throws {RangeError} naming the options that it has no use for.
   * @throws {EstimationError} where sound numbers have no answer.
   */
  pool(series: readonly Series[], options: PoolMethodOptions): PooledResult;
}
