import { chiSquared } from "../../math/distributions/chi-squared.ts";
import type { ChiSquaredTest, CountsHeterogeneity } from "../../schema/pooled-counts-result.ts";
import { highestAtSpread } from "./highest-counts.ts";
import type { JointLikelihood } from "./joint-likelihood.ts";
import { noPenalty } from "./penalties.ts";

function testOf(statistic: number, degreesOfFreedom: number): ChiSquaredTest {
  return { statistic, degreesOfFreedom, pValue: chiSquared.survival(statistic, degreesOfFreedom) };
}

/**
 * Whether series differ, by an effect for each series against one for all. Wald's statistic weighs the series' own estimates by
 * their information; one whose estimate is infinite has no weight in it, and is left to the likelihood ratio.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), `rma.glmm` (QE, Wald and LRT); Stijnen, Hamza & Özdemir (2010), section 6.
 * doi:10.1002/sim.4040
 */
export function differenceTests(joint: JointLikelihood): CountsHeterogeneity {
  const alone = joint.series.map((one) => one.alone).filter(({ extreme }) => extreme !== "both");
  const degrees = alone.length - 1;
  if (degrees < 1) return { wald: null, likelihoodRatio: null };
  let [weights, weighted] = [0, 0];
  for (const { estimate, variance } of alone) {
    if (estimate === null) continue;
    weights += 1 / variance!;
    weighted += estimate / variance!;
  }
  let q = 0;
  for (const { estimate, variance } of alone)
    if (estimate !== null) q += (estimate - weighted / weights) ** 2 / variance!;
  const saturated = alone.reduce((sum, { logLikelihood }) => sum + logLikelihood, 0);
  const oneSided = new Set(alone.map(({ extreme }) => extreme)).size === 1 && alone[0]!.extreme !== null;
  const value = (mean: number): number => joint.series.reduce((sum, one) => sum + one.value(mean, 0), 0);
  const shared = oneSided ? saturated : highestAtSpread({ ...joint, penalty: noPenalty, value }, 0).value;
  return {
    wald: testOf(q, degrees),
    likelihoodRatio: testOf(Math.max(0, 2 * (saturated - shared)), degrees),
  };
}
