import { residualDegrees } from "../../inference/random-effects/effect-data.ts";
import { fitAt } from "../../inference/random-effects/weighted-fit.ts";
import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { solveQ } from "../tau-squared/solve-q.ts";
import { EMPTY, type TauSquaredInterval } from "./tau-squared-interval.ts";

/**
 * The τ² at which Q with weights 1/(v + τ²) lies between the quantiles of χ² with k − 1 degrees of freedom: exact for normal
 * effects with known variances.
 *
 * @see Viechtbauer (2007), Stat Med 26:37–52, Q-profile method. doi:10.1002/sim.2514
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { tauSquaredInterval: qProfile }).estimates[2]?.upper; // 3181.7
 */
export const qProfile: TauSquaredInterval = {
  name: "q-profile",
  label: "Q-profile",
  reference: "Viechtbauer (2007), doi:10.1002/sim.2514",
  limits(data, level) {
    const tail = 0.5 * (1 - level);
    const degrees = residualDegrees(data);
    const atZero = fitAt(data, 0).q;
    const smallest = chiSquared.quantile(tail, degrees);
    if (atZero < smallest) return EMPTY;
    const largest = chiSquared.survivalQuantile(tail, degrees);
    const lower = solveQ(data, largest);
    return { lower, upper: solveQ(data, smallest), set: lower > 0 ? "above-zero" : "reaches-zero" };
  },
};
