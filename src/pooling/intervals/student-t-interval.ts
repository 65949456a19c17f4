import { residualDegrees } from "../../inference/random-effects/effect-data.ts";
import {
  type MeanInterval,
  SHARED,
  symmetricInterval,
} from "../../inference/random-effects/mean-interval.ts";

/**
 * The mean ± t × its usual standard error, with k − 1 degrees of freedom.
 *
 * @see Follmann & Proschan (1999), Biometrics 55:732–737. doi:10.1111/j.0006-341X.1999.00732.x
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { interval: studentTInterval }).estimates[0]?.upper; // 13.6
 */
export const studentTInterval: MeanInterval = {
  name: "t",
  label: "Student’s t",
  reference: "Follmann & Proschan (1999), doi:10.1111/j.0006-341X.1999.00732.x",
  estimate: (fit, level, contrast = SHARED) =>
    symmetricInterval(fit, fit.covariance, residualDegrees(fit.data), level, contrast),
};
