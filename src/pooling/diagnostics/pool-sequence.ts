import type { PoolSequence, PoolStep } from "../../schema/pool-sequence.ts";
import type { Json, Warning } from "../../schema/provenance.ts";
import type { ChosenRows } from "../chosen-rows.ts";
import type { PoolEstimatesOptions } from "../pool-options.ts";
import { poolProvenance } from "../pool-provenance.ts";

/** Options of analyses that pool some of the series again and again. */
export type PoolSequenceOptions = Omit<
  PoolEstimatesOptions,
  "moderators" | "prediction" | "tauSquaredInterval"
>;

function aloneWarning(steps: readonly PoolStep[]): Warning[] {
  const alone = steps.filter(({ nSeries }) => nSeries === 1);
  if (alone.length === 0) return [];
  return [
    {
      code: "one-series",
      message:
        "Where one series is left there is nothing to pool: its estimate is given without an interval of the mean.",
    },
  ];
}

/** Puts pools of some of the series into one result. */
export function poolSequence(
  kind: PoolSequence["kind"],
  steps: PoolStep[],
  { leftOut, settings }: ChosenRows,
  options: { [name: string]: Json } = {},
): PoolSequence {
  const { measure, backTransform, unit, level, interval } = settings;
  const provenance = poolProvenance(settings, false);
  return {
    kind,
    schemaVersion: 1,
    measure,
    backTransform,
    unit,
    level,
    method: interval.name,
    steps,
    leftOut,
    warnings: aloneWarning(steps),
    provenance: { ...provenance, options: { ...provenance.options, ...options } },
  };
}
