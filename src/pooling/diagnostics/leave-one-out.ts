import { EstimationError } from "../../errors.ts";
import type { PoolSequence } from "../../schema/pool-sequence.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { chosenRows } from "../chosen-rows.ts";
import { type PoolSequenceOptions, poolSequence } from "./pool-sequence.ts";
import { poolStep } from "./pool-step.ts";

/**
 * Pools the series once without each of them: whether the answer hangs on one.
 *
 * @param rows As for `poolEstimates`.
 * @returns One step for each series, in order, named after the one left out; what `poolEstimates` gives for the others.
 * @throws As `poolEstimates`; {EstimationError} `too-few-observations` where there is only one series.
 * @see Viechtbauer & Cheung (2010), Res Synth Methods 1:112–125. doi:10.1002/jrsm.11
 * @example
 * const rows = [-3.5, -1, -2].map((estimate) => ({ estimate, variance: 0.3 }));
 * leaveOneOut(rows).steps[0]?.estimate; // -1.5
 */
export function leaveOneOut(
  rows: readonly EffectEstimate[],
  options: PoolSequenceOptions = {},
): PoolSequence {
  const chosen = chosenRows(rows, options);
  if (chosen.rows.length < 2)
    throw new EstimationError("too-few-observations", "Cannot leave one out: needs at least 2 series, got 1");
  const steps = chosen.rows.map(({ series }, i) =>
    poolStep(
      series,
      chosen.rows.filter((_, j) => j !== i),
      chosen.settings,
    ),
  );
  return poolSequence("leave-one-out", steps, chosen);
}
