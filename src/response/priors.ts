import type { IntervalMethod } from "../inference/interval-method.ts";
import { profile } from "../inference/profile/profile.ts";
import { numericalRatingScale } from "../schema/numerical-rating-scale.ts";
import type { NormalPriorSetting, PriorSet as PriorNumbers } from "../schema/prior-set.ts";
import type { Scale } from "../schema/scale.ts";

export type { NormalPriorSetting };

/** A named set of priors. */
export interface PriorSet extends PriorNumbers {
  /** Interval method where a prior is flat, so that there is no posterior to draw from, and no other is asked for. */
  interval?: IntervalMethod;
}

/** Name of the spread between courses' own baselines, in points of a 0–10 scale. */
export const BASELINE_SPREAD = "baseline";

const spreads = { relief: 0.8, T50: 0.3, [BASELINE_SPREAD]: 1 };

const wide = {
  relief: { mean: 0.4, sd: 1.5 },
  onsetHalfTime: { mean: Math.log(4), sd: 0.6 },
  T50: { mean: Math.log(105), sd: 0.7 },
  wearOffDuration: { mean: Math.log(60), sd: 0.7 },
};

/** Wide priors that do not look at the patient's own scores. */
export const defaultPriors: PriorSet = {
  name: "default",
  baseline: { mean: 7, sd: 2.5 },
  residualSd: { mean: 0, sd: 0.5 },
  parameters: wide,
  spreads,
  noEffectProbability: 0.2,
};

/** Priors that expect relief, centred on the patient's own baseline: about 4 points of coverage poorer. */
export const informedPriors: PriorSet = {
  name: "informed",
  baseline: { mean: "before-first-course", sd: 1 },
  residualSd: { mean: Math.log(0.8), sd: 0.4 },
  parameters: {
    relief: { mean: 0.85, sd: 1.1 },
    onsetHalfTime: { mean: Math.log(4), sd: 0.6 },
    T50: { mean: Math.log(105), sd: 0.4 },
    wearOffDuration: { mean: Math.log(60), sd: 0.5 },
  },
  spreads,
  noEffectProbability: 0,
};

/** The default set, leaning towards no effect: the randomised evidence is negative in places. */
export const scepticalPriors: PriorSet = {
  ...defaultPriors,
  name: "sceptical",
  parameters: { ...wide, relief: { mean: -0.4, sd: 1 } },
  noEffectProbability: 0.5,
};

/** The same centers, known by nothing. */
function flattened(parameters: PriorSet["parameters"]): PriorSet["parameters"] {
  return Object.fromEntries(Object.entries(parameters).map(([name, { mean }]) => [name, { mean, sd: null }]));
}

/** Flat but for the residual standard deviation and the spread between courses. */
export const flatPriors: PriorSet = {
  ...defaultPriors,
  name: "flat",
  baseline: { mean: 7, sd: null },
  parameters: /* @__PURE__ */ flattened(wide),
  noEffectProbability: 0,
  interval: profile,
};

/** Every named set, the default first. */
export const priorSets: readonly PriorSet[] = [defaultPriors, informedPriors, scepticalPriors, flatPriors];

/** What a set of priors on the 0–10 scale is multiplied by on another. */
export function scaleFactor(scale: Scale): number {
  const { minimum, maximum } = numericalRatingScale;
  return (scale.maximum - scale.minimum) / (maximum - minimum);
}
