import {
  type Computed,
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
  noEstimate,
} from "./effect-size-method.ts";
import { type LogScale, logRatio } from "./log-ratio.ts";
import { type PhaseMoments, phaseMoments } from "./phase-moments.ts";
import type { CheckedPhases } from "./phases.ts";
import { checkShares, SHARE_SCALES } from "./share-scale.ts";
import { checkFloor, floorMoments } from "./zero-floor.ts";

/** Options of `logResponseRatio` and `percentChange`. */
export interface LogResponseRatioOptions extends EffectSizeOptions {
  /**
   * LRRi, `increasing`: above 0 where the patient is better (the default). LRRd, `decreasing`: below 0 where better. For
   * scores one is the other's negative; for shares LRRi is about the good share, LRRd about the bad one.
   */
  form?: "increasing" | "decreasing";
  /** Scores or counts with a true zero (the default), or shares from 0 to 1, or from 0 to 100. */
  scale?: "score" | "proportion" | "percentage";
  /** Second-order correction of the bias; default true. */
  biasCorrection?: boolean;
  /**
   * The smallest score above 0 that the measurement can give, in its units (1 for a count, 5 for percentages of 20
   * intervals): a mean of 0 is then taken as half of it over n. Default null: a mean of 0 has no answer.
   */
  floor?: number | null;
}

const NATURAL_LOG: LogScale = { value: Math.log, slope: (mean) => 1 / mean, bend: (mean) => -1 / mean ** 2 };

/** What is compared: scores as they are, or the share that the form is about. */
function comparedMoments(
  phases: CheckedPhases,
  scale: string,
  good: boolean,
): { moments: PhaseMoments[]; whole: number; turn: 1 | -1 } {
  const moments = [phaseMoments(phases.baseline.scores), phaseMoments(phases.treatment.scores)];
  if (scale === "score") return { moments, whole: 1, turn: good ? phases.sign : (-phases.sign as 1 | -1) };
  const whole = SHARE_SCALES[scale as "proportion" | "percentage"];
  checkShares(phases, whole);
  const asIs = good === phases.sign > 0;
  const shares = moments.map(({ n, mean, variance }) => ({
    n,
    mean: asIs ? mean / whole : 1 - mean / whole,
    variance: variance === null ? null : variance / whole ** 2,
  }));
  return { moments: shares, whole, turn: 1 };
}

/** The log response ratio before its row is made. */
export function computeLogResponseRatio(
  phases: CheckedPhases,
  options: LogResponseRatioOptions,
  level: number,
): Computed {
  const { form = "increasing", scale = "score", biasCorrection = true, floor = null } = options;
  checkChoice("form", form, ["increasing", "decreasing"]);
  checkChoice("scale", scale, ["score", "proportion", "percentage"]);
  checkFloor(floor);
  const { moments, whole, turn } = comparedMoments(phases, scale, form === "increasing");
  const [baseline, treatment] = moments.map((one) =>
    floorMoments(one, floor === null ? null : floor / whole),
  );
  const details = { form, scale, biasCorrection, floor };
  if (!(baseline!.mean > 0 && treatment!.mean > 0)) {
    const means = `${baseline!.mean.toPrecision(4)} and ${treatment!.mean.toPrecision(4)}`;
    return noEstimate(
      "no-positive-mean",
      `A ratio needs means above 0, got ${means}; a mean of 0 needs a floor`,
      details,
    );
  }
  const negative = [...phases.baseline.scores, ...phases.treatment.scores].some((score) => score < 0);
  const computed = logRatio(
    NATURAL_LOG,
    { baseline: baseline!, treatment: treatment! },
    { sign: turn, biasCorrection, level },
  );
  const said = {
    code: "negative-scores",
    message: "A ratio means something only on a scale with a true zero; some scores are negative",
  };
  return {
    ...computed,
    details: { ...details, ...computed.details },
    warnings: [...(computed.warnings ?? []), ...(negative ? [said] : [])],
  };
}

/**
 * Log response ratio: the logarithm of the treatment phase's mean over the baseline's, turned by `improvement` and `form`.
 *
 * Takes a scale with a true zero and independent scores for granted. A mean of 0 has no logarithm: null with a warning
 * unless `floor` says how far from 0 to keep it.
 *
 * @see Pustejovsky (2018), J Sch Psychol 68:99–112, equations 3–5. doi:10.1016/j.jsp.2018.02.003
 * @example
 * logResponseRatio({ baseline: [8, 8, 8], treatment: [4, 3, 5] }, { improvement: "decrease" }).estimate; // about .68
 */
export const logResponseRatio: EffectSizeMethod<LogResponseRatioOptions> = effectSizeMethod({
  name: "log-response-ratio",
  label: "Log response ratio",
  reference: "Pustejovsky (2018), J Sch Psychol 68:99–112",
  unit: "log ratio",
  range: [-Infinity, Infinity],
  usesOrder: false,
  reversal: "negate",
  invariance: "unit",
  needs: [],
  compute: computeLogResponseRatio,
});
