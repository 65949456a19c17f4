import {
  effectsOfPool,
  type PoolBayesSensitivityOptions,
  poolBayesSensitivity,
  priorsAround,
  unitInformationDeviation,
} from "../pooling/index.ts";
import type { PooledBayesSensitivity } from "../schema/pooled-bayes-sensitivity.ts";
import type { NaturalScale, PooledResult } from "../schema/pooled-result.ts";

/** Up to this many series, means under priors stand beside the headline unasked. */
const FEW = 5;

/** A pool, and what several priors make of the same series; null where that has no meaning. */
export interface PoolWithPriors {
  result: PooledResult;
  sensitivity: PooledBayesSensitivity | null;
}

/** A quarter of the standard deviation of one patient's worth of information, to two digits; null where patients are not counted. */
export function usualScale(result: Pick<PooledResult, "series">): number | null {
  const deviation = unitInformationDeviation(effectsOfPool(result));
  return deviation === null ? null : Number((deviation / 4).toPrecision(2));
}

/** What the Bayesian pools of a file share with the pool that they stand beside. */
export function sharedWith(result: PooledResult): Omit<PoolBayesSensitivityOptions, "priors"> {
  const { measure, backTransform, estimates, natural } = result;
  const mean = estimates[0]!;
  return {
    measure,
    backTransform,
    unit: mean.unit,
    level: mean.level,
    ...(natural && { natural: scaleOf(natural) }),
  };
}

function scaleOf({ label, unit, axis, noEffect }: NaturalScale): NaturalScale {
  return { label, unit, axis, noEffect };
}

/** Whether series may differ in the pool, and by nothing but chance. */
function hasPrior({ nSeries, estimates, regression }: PooledResult): boolean {
  return nSeries > 1 && !regression && estimates.some(({ parameter }) => parameter === "tauSquared");
}

/**
 * Sets half-normal and half-Cauchy priors of τ beside a pool of few series. Where their scale cannot be told, a warning says
 * what is missing.
 *
 * @param scale The one asked for; undefined for the usual one, and for few series only.
 */
export function withPriorBand(result: PooledResult, scale?: number): PoolWithPriors {
  if (!hasPrior(result) || (scale === undefined && result.nSeries > FEW))
    return { result, sensitivity: null };
  const around = scale ?? usualScale(result);
  if (around === null) return { result: withoutScale(result), sensitivity: null };
  const sensitivity = poolBayesSensitivity(effectsOfPool(result), {
    ...sharedWith(result),
    priors: priorsAround(around),
  });
  return { result, sensitivity };
}

function withoutScale(result: PooledResult): PooledResult {
  const message =
    "No Bayesian intervals stand beside this one: the scale of their priors is taken from the numbers of patients, and not every series has one (column n). --tau-scale names a scale, in units of the estimates";
  return { ...result, warnings: [...result.warnings, { code: "no-prior-scale", message }] };
}
