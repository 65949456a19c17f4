import { EstimationError } from "../../errors.ts";
import { type EffectData, effectData } from "../../inference/random-effects/effect-data.ts";
import type { MeanInterval } from "../../inference/random-effects/mean-interval.ts";
import { fitAt } from "../../inference/random-effects/weighted-fit.ts";
import { gamma } from "../../math/distributions/gamma.ts";
import { normal } from "../../math/distributions/normal.ts";
import { bracketRoot } from "../../math/optimize/bracket-root.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import { integrate } from "../../math/quadrature/integrate.ts";
import { dersimonianLaird } from "../tau-squared/dersimonian-laird.ts";

/** Sums of powers of the weights 1/v, each over Σw: W₁ = Σw, Wⱼ = Σwʲ/Σw. */
interface WeightSums {
  degrees: number;
  w1: number;
  w2: number;
  w3: number;
  w4: number;
}

function weightSums({ variances }: EffectData): WeightSums {
  const sums = [0, 0, 0, 0];
  for (let i = 0; i < variances.length; i++) {
    for (let j = 0; j < 4; j++) sums[j]! += variances[i]! ** -(j + 1);
  }
  const [w1, second, third, fourth] = sums as [number, number, number, number];
  return { degrees: variances.length - 1, w1, w2: second / w1, w3: third / w1, w4: fourth / w1 };
}

/** The gamma law of Q given the standardised distance r of the mean from the truth. */
function lawOfQ({ degrees, w1, w2, w3, w4 }: WeightSums, tauSquared: number) {
  const ratio = 1 + tauSquared * w2;
  const third = w3 - w2 * w2;
  const fourth = w4 - 2 * w2 * w3 + w2 ** 3;
  return (r: number): { shape: number; scale: number } => {
    const bent = (r * r) / (ratio * ratio) - 1 / ratio;
    const mean = degrees + tauSquared * (w1 - w2) + tauSquared ** 2 * bent * third;
    const variance =
      2 * degrees +
      4 * tauSquared * (w1 - w2) +
      2 * tauSquared ** 2 * (w1 * w2 - 2 * w3 + w2 * w2) +
      4 * tauSquared ** 2 * bent * third +
      4 * tauSquared ** 3 * bent * fourth +
      2 * tauSquared ** 4 * (1 / ratio ** 2 - (2 * r * r) / ratio ** 3) * third ** 2;
    return { shape: (mean * mean) / variance, scale: variance / mean };
  };
}

/** P(the pivot exceeds t), by integrating over the standardised distance. */
function pivotTail(sums: WeightSums, tauSquared: number, t: number): number {
  const root = Math.sqrt(1 + tauSquared * sums.w2);
  const law = lawOfQ(sums, tauSquared);
  const density = (r: number): number => {
    const { shape, scale } = law(root * r);
    const ratio = r / t;
    const q = (sums.w1 / sums.w2 - 1) * (ratio * ratio - 1) + sums.degrees;
    return gamma.cdf(q, shape, scale) * normal.density(r);
  };
  return integrate(density, t, Infinity, { center: t, absoluteTolerance: 1e-13 }).value;
}

/** The t with half of 1 − level above it. */
function pivotQuantile(sums: WeightSums, tauSquared: number, level: number): number {
  const excess = (t: number): number => pivotTail(sums, tauSquared, t) - 0.5 * (1 - level);
  const bracket = bracketRoot(excess, 1, 2, [1e-8, 40]);
  const t = bracket && findRoot(excess, ...bracket, 1e-12);
  if (t === null)
    throw new EstimationError("not-converged", `Cannot find the Henmi–Copas interval at the level ${level}`);
  return t;
}

/**
 * Henmi and Copas' interval: centred on the common-effect mean, which small series pull less than the random-effects one, with
 * DerSimonian and Laird's τ² and its uncertainty in the width. It does not use the estimator of τ² chosen for the pool.
 *
 * @see Henmi & Copas (2010), Stat Med 29:2969–2983. doi:10.1002/sim.4029
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { interval: henmiCopas }).estimates[0]?.upper; // 3.23
 */
export const henmiCopas: MeanInterval = {
  name: "henmi-copas",
  label: "Henmi–Copas",
  reference: "Henmi & Copas (2010), doi:10.1002/sim.4029",
  estimate({ data }, level) {
    if (data.design.columns !== 1)
      throw new RangeError("The Henmi–Copas interval needs a shared mean, without moderators");
    const { effects, variances } = effectData(data.effects, data.variances);
    const sums = weightSums(data);
    const { tauSquared } = dersimonianLaird.estimate(effects, variances);
    const estimate = fitAt(data, 0).coefficients[0]!;
    const standardError = Math.sqrt((tauSquared * sums.w2 + 1) / sums.w1);
    const root = Math.sqrt(1 + tauSquared * sums.w2);
    const reach = root * pivotQuantile(sums, tauSquared, level) * standardError;
    return {
      estimate,
      standardError,
      degreesOfFreedom: null,
      lower: estimate - reach,
      upper: estimate + reach,
    };
  },
};
