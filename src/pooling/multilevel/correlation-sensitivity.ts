import type { Estimate } from "../../schema/estimate.ts";
import type { MultilevelResult } from "../../schema/multilevel-result.ts";
import type { SamplingErrors } from "./mixed-data.ts";
import { correlatedErrors } from "./sampling-errors.ts";

/**
 * What an assumed correlation of sampling errors does to the answer: the same pool at several of them.
 *
 * @param pool Makes the pool for given sampling errors.
 * @param correlations In [0, 1); default 0, 0.2, 0.4, 0.6 and 0.8.
 * @returns The rows of every pool, each with `given` saying the correlation.
 * @throws {RangeError} when a correlation lies outside.
 * @see Hedges, Tipton & Johnson (2010), Res Synth Methods 1:39–65, section 4.1. doi:10.1002/jrsm.5
 * @example
 * correlationSensitivity((sampling) => poolMultilevel(rows, { levels: ["paper", "patient"], sampling }), [0, 0.5])[0]?.given; // "sampling errors correlated by 0"
 */
export function correlationSensitivity(
  pool: (sampling: SamplingErrors) => MultilevelResult,
  correlations: readonly number[] = [0, 0.2, 0.4, 0.6, 0.8],
): Estimate[] {
  return correlations.flatMap((correlation) =>
    pool(correlatedErrors(correlation)).estimates.map((row) => ({
      ...row,
      given: `sampling errors correlated by ${correlation}`,
    })),
  );
}
