import { EstimationError } from "../../errors.ts";
import { zeros } from "../../math/linear/matrix.ts";
import { symmetricEigen } from "../../math/linear/symmetric-eigen.ts";
import { expectedInformation } from "./covariance-information.ts";
import { covarianceMoments } from "./covariance-moments.ts";
import { naturalParameters } from "./covariance-parameters.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";

/** Information below this share of what scores without coefficients would hold of a parameter is none. */
const NONE = 1e-9;

/**
 * Refuses a fit with random effects whose variances the scores can't tell apart, however many there were of them.
 *
 * @throws {EstimationError} `not-identifiable`, with the names of what can't be told apart.
 */
export function checkIdentified(fit: LinearMixedFit): void {
  if (fit.randomEffects.length === 0) return;
  const parameters = naturalParameters(fit);
  const moments = covarianceMoments(fit, parameters);
  const { rows: d, values } = expectedInformation(moments, fit.likelihood);
  const sizes = moments.pairs.filter(({ i, j }) => i === j).map(({ trace }) => Math.sqrt(trace / 2) || 1);
  const scaled = zeros(d, d);
  values.forEach((value, k) => {
    scaled.values[k] = value / (sizes[Math.floor(k / d)]! * sizes[k % d]!);
  });
  const known = symmetricEigen(scaled).values.filter((value) => value > NONE).length;
  if (known === d) return;
  const names = parameters.map(({ name }) => name).join(", ");
  throw new EstimationError(
    "not-identifiable",
    `Cannot fit: needs ${d} variances and correlations that the scores can tell apart, got ${known} (of ${names})`,
  );
}
