import { EstimationError } from "../../../errors.ts";
import { cholesky, choleskyInverse } from "../../../math/linear/cholesky.ts";
import { choleskyLogDeterminant } from "../../../math/linear/log-determinant.ts";
import { dot, times, zeros } from "../../../math/linear/matrix.ts";
import { type SerialData, whitened } from "./serial-data.ts";

/** What is known of the effect and the errors when φ is given. */
export interface PosteriorGivenCorrelation {
  /** ln p(scores | φ), up to a constant that does not depend on φ. */
  logEvidence: number;
  /** The effect less this, over `scale`, has Student's t. */
  location: number;
  scale: number;
  degreesOfFreedom: number;
  /** Over σ² it has the chi-squared law with as many degrees of freedom. */
  sumOfSquares: number;
}

/**
 * The posterior given φ: coefficients and σ² are integrated out. Priors: flat in the coefficients and in ln σ, and the effect, the
 * last column, normal about 0 with a standard deviation of `effectScale` σ.
 *
 * @param data n scores and p columns, n > p.
 * @throws {EstimationError} `not-identifiable` where columns depend on each other.
 * @see Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., sections 14.2 and 14.8.
 */
export function posteriorGivenCorrelation(
  data: SerialData,
  phi: number,
  effectScale: number,
): PosteriorGivenCorrelation {
  const { scores, columns, logDeterminant } = whitened(data, phi);
  const p = columns.length;
  const precision = zeros(p, p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) precision.values[i * p + j] = dot(columns[i]!, columns[j]!);
  }
  precision.values[p * p - 1]! += 1 / effectScale ** 2;
  const factor = cholesky(precision);
  if (!factor) {
    const message = "Cannot fit: needs columns none of which follows from the others";
    throw new EstimationError("not-identifiable", message);
  }
  const inverse = choleskyInverse(factor);
  const right = Float64Array.from(columns, (column) => dot(column, scores));
  const coefficients = times(inverse, right);
  const location = coefficients[p - 1]!;
  let sumOfSquares = (location / effectScale) ** 2;
  for (let i = 0; i < scores.length; i++) {
    let residual = scores[i]!;
    for (let j = 0; j < p; j++) residual -= columns[j]![i]! * coefficients[j]!;
    sumOfSquares += residual * residual;
  }
  const degreesOfFreedom = scores.length + 1 - p;
  const logEvidence =
    -0.5 * (logDeterminant + choleskyLogDeterminant(factor) + degreesOfFreedom * Math.log(sumOfSquares));
  const scale = Math.sqrt((sumOfSquares / degreesOfFreedom) * inverse.values[p * p - 1]!);
  return { logEvidence, location, scale, degreesOfFreedom, sumOfSquares };
}
