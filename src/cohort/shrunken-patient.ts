import type { IntervalProblem } from "../inference/interval-method.ts";
import { modeFollowing } from "../inference/nonlinear-mixed-model/curvature-slopes.ts";
import type { EffectsMode } from "../inference/nonlinear-mixed-model/effects-mode.ts";
import { choleskyInverse } from "../math/linear/cholesky.ts";
import { bilinear, type Matrix, zeros } from "../math/linear/matrix.ts";
import type { CohortMember } from "./cohort-member.ts";

/** A patient's own working parameters, given the cohort. */
export interface ShrunkenMode {
  own: Float64Array<ArrayBuffer>;
  /** Of the own parameters; null where the population's is unknown. */
  covariance: Matrix | null;
  /** Variance of each standardised effect, the population known. */
  effectVariances: number[];
}

/**
 * The patient's parameters at the mode, with the uncertainty of the effects and of the population together: the effects'
 * mode follows the population's parameters.
 *
 * @see Kass & Steffey (1989), J Am Stat Assoc 84:717–726, equation 3.5. doi:10.1080/01621459.1989.10478825
 */
export function shrunkenMode(
  { group }: CohortMember,
  mode: EffectsMode,
  { minimum, covariance }: IntervalProblem,
): ShrunkenMode {
  const { nParameters: p, nEffects: q } = group;
  const theta = minimum.x;
  const own = group.ownParameters(theta, mode.effects);
  const factor = mode.factor!;
  const inverse = choleskyInverse(factor);
  const effectVariances = Array.from({ length: q }, (_, e) => inverse.values[e * (q + 1)]!);
  if (!covariance) return { own, covariance: null, effectVariances };
  const m = own.length;
  const jacobian = new Float64Array(m * (p + q));
  group.ownParameters(theta, mode.effects, jacobian);
  const following = modeFollowing(mode, factor, p);
  const byPopulation = Array.from({ length: m }, (_, i) =>
    Float64Array.from({ length: p }, (_, k) => {
      let sum = jacobian[i * (p + q) + k]!;
      for (let e = 0; e < q; e++) sum += jacobian[i * (p + q) + p + e]! * following[e]![k]!;
      return sum;
    }),
  );
  const byEffects = Array.from({ length: m }, (_, i) => jacobian.slice(i * (p + q) + p, (i + 1) * (p + q)));
  const joint = zeros(m, m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      joint.values[i * m + j] =
        bilinear(byPopulation[i]!, covariance, byPopulation[j]!) +
        bilinear(byEffects[i]!, inverse, byEffects[j]!);
    }
  }
  return { own, covariance: joint, effectVariances };
}
