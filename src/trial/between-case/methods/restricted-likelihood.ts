import { EstimationError } from "../../../errors.ts";
import {
  autoregressiveErrors,
  covarianceInformation,
  fitLinearMixedModel,
} from "../../../inference/linear-mixed-model/index.ts";
import { cholesky, choleskyInverse } from "../../../math/linear/cholesky.ts";
import { bilinear } from "../../../math/linear/matrix.ts";
import type { BetweenCaseMethod } from "../between-case-method.ts";

const LABEL = "between-case difference by restricted maximum likelihood";

/**
 * A mixed model with a level of each patient and serial correlation, by restricted maximum likelihood: for any design.
 *
 * @see Pustejovsky, Hedges & Shadish (2014), J Educ Behav Stat 39:368–393, equations 14–19. doi:10.3102/1076998614547577
 */
export const restrictedLikelihood: BetweenCaseMethod = {
  name: "restricted-likelihood",
  label: "Restricted maximum likelihood",
  reference: "Pustejovsky, Hedges & Shadish (2014), doi:10.3102/1076998614547577",
  assumes:
    "Patients differ by a normal amount that moves all their scores; the effect is the same in all; there is no trend; errors are normal, with one serial correlation.",
  estimate(rows) {
    const patients = rows.map(({ patient }) => patient);
    const fit = fitLinearMixedModel({
      scores: rows.map(({ score }) => score),
      columns: [
        { name: "intercept", values: rows.map(() => 1) },
        { name: "treatment", values: rows.map(({ isTreated }) => Number(isTreated)) },
      ],
      randomEffects: [{ name: "patient", groups: patients }],
      errors: {
        correlation: autoregressiveErrors,
        series: patients,
        times: rows.map(({ time }) => time),
      },
    });
    const between = fit.randomEffects[0]!.covariance.values[0]!;
    const variance = between + fit.residualVariances[0]!.variance;
    const { expected } = covarianceInformation(fit);
    const factor = cholesky(expected);
    if (!factor) {
      const message = `Cannot compute the ${LABEL}: the scores can't tell the spread between patients from that within`;
      throw new EstimationError("not-identifiable", message);
    }
    // The two variances come first, φ last where it is inside its range.
    const weights = Float64Array.from({ length: expected.rows }, (_, i) => Number(i < 2));
    const spread = bilinear(weights, choleskyInverse(factor), weights);
    return {
      difference: fit.coefficients[1]!,
      variance,
      scaledError: Math.sqrt(fit.covariance.values[3]! / variance),
      degreesOfFreedom: (2 * variance ** 2) / spread,
      phi: fit.correlation!,
      intraclassCorrelation: between / variance,
      warnings: [...fit.warnings],
    };
  },
};
