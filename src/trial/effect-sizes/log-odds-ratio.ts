import {
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
  noEstimate,
} from "./effect-size-method.ts";
import { type LogScale, logRatio } from "./log-ratio.ts";
import { phaseMoments } from "./phase-moments.ts";
import { checkShares, SHARE_SCALES } from "./share-scale.ts";
import { checkFloor, floorMoments } from "./zero-floor.ts";

/** Options of `logOddsRatio`. */
export interface LogOddsRatioOptions extends EffectSizeOptions {
  /** Shares from 0 to 1, or from 0 to 100; never guessed. */
  scale: "proportion" | "percentage";
  /** Second-order correction of the bias; default true. */
  biasCorrection?: boolean;
  /**
   * The smallest share above 0 that the measurement can give, in its units (5 for percentages of 20 intervals): a mean is
   * then kept half of it over n from either end. Default null: a mean of 0 or of the whole has no answer.
   */
  floor?: number | null;
}

const LOGIT: LogScale = {
  value: (mean) => Math.log(mean) - Math.log1p(-mean),
  slope: (mean) => 1 / (mean * (1 - mean)),
  bend: (mean) => (2 * mean - 1) / (mean * (1 - mean)) ** 2,
};

/**
 * Log odds ratio of two mean shares, above 0 where the patient is better.
 *
 * For scores that are shares, such as of hours in pain. Takes independent scores for granted.
 *
 * @see Pustejovsky (2015), Psychol Methods 20:342–359. doi:10.1037/met0000019
 * @example
 * logOddsRatio({ baseline: [0.8, 0.9], treatment: [0.4, 0.2] }, { improvement: "decrease", scale: "proportion" });
 */
export const logOddsRatio: EffectSizeMethod<LogOddsRatioOptions> = effectSizeMethod({
  name: "log-odds-ratio",
  label: "Log odds ratio",
  reference: "Pustejovsky (2015), Psychol Methods 20:342–359",
  unit: "log odds ratio",
  range: [-Infinity, Infinity],
  usesOrder: false,
  reversal: "negate",
  invariance: "none",
  needs: ["scale"],
  compute: (phases, { scale, biasCorrection = true, floor = null }, level) => {
    checkChoice("scale", scale, Object.keys(SHARE_SCALES));
    checkFloor(floor);
    const whole = SHARE_SCALES[scale];
    checkShares(phases, whole);
    const [baseline, treatment] = [phases.baseline, phases.treatment].map(({ scores }) =>
      floorMoments(
        phaseMoments(scores.map((score) => score / whole)),
        floor === null ? null : floor / whole,
        1,
      ),
    );
    const details = { scale, biasCorrection, floor };
    if ([baseline!, treatment!].some(({ mean }) => !(mean > 0 && mean < 1))) {
      const message = `Odds need mean shares within 0 and 1, got ${baseline!.mean} and ${treatment!.mean}; at either end they need a floor`;
      return noEstimate("no-odds", message, details);
    }
    const both = { baseline: baseline!, treatment: treatment! };
    const computed = logRatio(LOGIT, both, { sign: phases.sign, biasCorrection, level });
    return { ...computed, details: { ...details, ...computed.details } };
  },
});
