import { dot, times } from "../../../math/linear/matrix.ts";
import type { FittedBlock, MixedFit } from "../mixed-fit.ts";
import { adjustedInfluence } from "./adjusted-influence.ts";
import type { MultilevelInterval } from "./multilevel-interval.ts";

/** W X (Xᵀ W X)⁻¹ c of a block: by how much each of its residuals moves the mean. */
function influenceOf({ weightedDesign }: FittedBlock, { covariance }: MixedFit, which: number): Float64Array {
  const p = covariance.columns;
  return times(
    weightedDesign,
    Float64Array.from({ length: p }, (_, j) => covariance.values[j * p + which]!),
  );
}

/**
 * CR1: the sandwich with outermost groups as clusters, times m/(m − p), and t with m − p degrees of freedom. Too narrow below some
 * forty groups.
 *
 * @see Hedges, Tipton & Johnson (2010), Res Synth Methods 1:39–65, equations 6 and 9. doi:10.1002/jrsm.5
 * @example
 * poolMultilevel(rows, { levels: ["paper", "patient"], interval: clusterRobustCr1 }).estimates[0]?.method; // "cluster-robust-cr1"
 */
export const clusterRobustCr1: MultilevelInterval = {
  name: "cluster-robust-cr1",
  label: "Cluster-robust (CR1), t with m − p degrees of freedom",
  reference: "Hedges, Tipton & Johnson (2010), doi:10.1002/jrsm.5",
  precision(fit, which) {
    const clusters = fit.blocks.length;
    const degreesOfFreedom = clusters - fit.data.nMeans;
    if (degreesOfFreedom < 1) return null;
    let variance = 0;
    for (const block of fit.blocks) variance += dot(influenceOf(block, fit, which), block.residuals) ** 2;
    return { standardError: Math.sqrt((variance * clusters) / degreesOfFreedom), degreesOfFreedom };
  },
};

/**
 * CR2: residuals of each outermost group adjusted so that the sandwich is unbiased where the model of variances holds, with
 * Satterthwaite's degrees of freedom. Holds its level with few groups, and where the model of variances is wrong.
 *
 * @see Tipton (2015), Psychol Methods 20:375–393, equations 9 and 16. doi:10.1037/met0000011; Pustejovsky & Tipton (2018), J Bus
 * Econ Stat 36:672–683, equations 5 and 11. doi:10.1080/07350015.2016.1247004
 * @example
 * poolMultilevel(rows, { levels: ["paper", "patient"], interval: clusterRobustCr2 }).estimates[0]?.method; // "cluster-robust-cr2"
 */
export const clusterRobustCr2: MultilevelInterval = {
  name: "cluster-robust-cr2",
  label: "Cluster-robust (CR2), Satterthwaite's degrees of freedom",
  reference: "Tipton (2015), doi:10.1037/met0000011",
  precision(fit, which) {
    if (fit.blocks.length <= fit.data.nMeans) return null;
    const influences = fit.blocks.map((block) =>
      adjustedInfluence(block, fit, influenceOf(block, fit, which)),
    );
    let [variance, trace, squares] = [0, 0, 0];
    influences.forEach(({ influence, own, means }, i) => {
      variance += dot(influence, fit.blocks[i]!.residuals) ** 2;
      influences.forEach(({ means: other }, j) => {
        const shared = dot(means, times(fit.covariance, other));
        const entry = i === j ? own - shared : -shared;
        squares += entry * entry;
        if (i === j) trace += entry;
      });
    });
    const degreesOfFreedom = trace ** 2 / squares;
    return Number.isFinite(degreesOfFreedom) && degreesOfFreedom > 0
      ? { standardError: Math.sqrt(variance), degreesOfFreedom }
      : null;
  },
};
