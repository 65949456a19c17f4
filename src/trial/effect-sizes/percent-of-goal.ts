import {
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
  noEstimate,
} from "./effect-size-method.ts";
import { fewScores } from "./few-scores.ts";
import { normalLimits } from "./limits.ts";
import { phaseMoments } from "./phase-moments.ts";

/** Options of `percentOfGoal`. */
export interface PercentOfGoalOptions extends EffectSizeOptions {
  /** The mean score aimed at; never guessed. 0 for pain makes the answer the percentage relief. */
  goal: number;
  /**
   * `independent` (the default) adds the variances of the change and of the distance to the goal as if they were independent.
   * Both hold the baseline's mean; `delta` keeps their covariance, which makes it smaller while there is progress.
   */
  standardError?: "independent" | "delta";
}

/** How often simulated 95 % limits held the truth (baseline 7, treatment 5, goal 0, standard deviation 1). */
const HELD = { independent: "92, 95 and 96 %", delta: "88, 91 and 92 %" };

/** The variance of the two means' ratio, times the squared distance to the goal. */
function spread(share: number, baseline: number, treatment: number, way: "independent" | "delta"): number {
  if (way === "delta") return treatment + baseline * (1 - share) ** 2;
  return treatment + baseline + share ** 2 * baseline;
}

/**
 * Percent of goal obtained (PoGO): how far the mean moved from the baseline towards the goal; 100 is the goal.
 *
 * Above 100 beyond the goal, below 0 away from it. Takes independent scores for granted. Where the baseline's mean is the goal there
 * is no answer; where it is beyond, a warning says that the number then measures the way back.
 *
 * @see Ferron, Goldstein, Olszewski & Rohrer (2020), Evid Based Commun Assess Interv 14:6–27; standard error: Dunlap &
 * Silver (1986), Behav Res Methods Instrum Comput 18:469–471. doi:10.3758/BF03201412
 * @example
 * percentOfGoal({ baseline: [8, 8, 8], treatment: [4, 2, 3] }, { improvement: "decrease", goal: 0 }).estimate; // 62.5
 */
export const percentOfGoal: EffectSizeMethod<PercentOfGoalOptions> = effectSizeMethod({
  name: "percent-of-goal",
  label: "Percent of goal obtained",
  reference: "Ferron, Goldstein, Olszewski & Rohrer (2020), Evid Based Commun Assess Interv 14:6–27",
  unit: "percent",
  range: [-Infinity, Infinity],
  usesOrder: false,
  reversal: "same",
  invariance: "unit",
  needs: ["goal"],
  compute: ({ baseline, treatment, sign }, { goal, standardError = "independent" }, level) => {
    checkChoice("standardError", standardError, ["independent", "delta"]);
    if (!Number.isFinite(goal)) throw new RangeError(`goal must be a finite score, got ${goal}`);
    const [a, b] = [phaseMoments(baseline.scores), phaseMoments(treatment.scores)];
    const distance = goal - a.mean;
    const details = { goal, baselineMean: a.mean, treatmentMean: b.mean };
    if (distance === 0)
      return noEstimate(
        "at-goal",
        `The baseline's mean is the goal itself, ${goal}, so there is no way to go`,
        details,
      );
    const share = (b.mean - a.mean) / distance;
    const known = a.variance !== null && b.variance !== null;
    const variance = known ? spread(share, a.variance! / a.n, b.variance! / b.n, standardError) : null;
    const error = variance === null ? null : (100 * Math.sqrt(variance)) / Math.abs(distance);
    const limits = normalLimits(100 * share, error, level);
    return {
      estimate: 100 * share,
      limits,
      details,
      warnings: [
        ...(sign * distance > 0 ? [] : [behind(goal, a.mean)]),
        ...fewScores(limits, a.n, b.n, HELD[standardError]),
      ],
    };
  },
});

function behind(goal: number, mean: number): { code: string; message: string } {
  const message = `The baseline's mean, ${mean.toPrecision(4)}, is already better than the goal ${goal}, so that the percentage measures the way back`;
  return { code: "goal-behind-baseline", message };
}
