import { EstimationError } from "../../errors.ts";
import { cholesky, choleskyInverse } from "../../math/linear/cholesky.ts";
import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import { minimizeBfgs } from "../../math/optimize/minimize-bfgs.ts";

/** Several quantities of one unit, such as a patient, with their covariance. */
export interface MultivariateEffect {
  /** Indices of the quantities that it has, from 0, in rising order. */
  present: readonly number[];
  /** One for each of these. */
  estimates: readonly number[];
  /** Covariance of these. */
  covariance: Matrix;
}

/** What restricted maximum likelihood says of several quantities, d of them. */
export interface MultivariateFit {
  means: number[];
  /** Covariance of the means, d × d. */
  covariance: Matrix;
  /** Covariance between units, d × d. */
  between: Matrix;
  /** Restricted log-likelihood, with the constant ½ ln |XᵀX|. */
  logLikelihood: number;
  /** Weighted residual sum of squares over its degrees of freedom: about 1 where the model fits. */
  residualFactor: number;
  converged: boolean;
}

/** Everything that the likelihood of a covariance between units needs. */
interface Weighted {
  value: number;
  means: number[];
  covariance: Matrix;
  residualSum: number;
  /** Derivatives of the log-likelihood by the covariance between units. */
  slope: Matrix;
}

const LOG_2PI = Math.log(2 * Math.PI);

interface Unit {
  effect: MultivariateEffect;
  weights: Matrix;
}

/** Weights of every unit, and their sum over the quantities; null where a covariance is not positive definite. */
function weightsOf(
  effects: readonly MultivariateEffect[],
  between: Matrix,
): { units: Unit[]; information: Matrix; scores: Float64Array; logDeterminants: number } | null {
  const d = between.rows;
  const information = zeros(d, d);
  const scores = new Float64Array(d);
  let logDeterminants = 0;
  const units: Unit[] = [];
  for (const effect of effects) {
    const { present, covariance, estimates } = effect;
    const q = present.length;
    const total = zeros(q, q);
    for (let i = 0; i < q; i++)
      for (let j = 0; j < q; j++)
        total.values[i * q + j] =
          covariance.values[i * q + j]! + between.values[present[i]! * d + present[j]!]!;
    const factor = cholesky(total);
    if (!factor) return null;
    for (let i = 0; i < q; i++) logDeterminants += 2 * Math.log(factor.values[i * (q + 1)]!);
    const weights = choleskyInverse(factor);
    units.push({ effect, weights });
    for (let i = 0; i < q; i++)
      for (let j = 0; j < q; j++) {
        information.values[present[i]! * d + present[j]!]! += weights.values[i * q + j]!;
        scores[present[i]!]! += weights.values[i * q + j]! * estimates[j]!;
      }
  }
  return { units, information, scores, logDeterminants };
}

/** The restricted likelihood at a covariance between units; null where it has none. */
function weightedAt(effects: readonly MultivariateEffect[], between: Matrix): Weighted | null {
  const d = between.rows;
  const weighted = weightsOf(effects, between);
  const factor = weighted && cholesky(weighted.information);
  if (!weighted || !factor) return null;
  const { units, scores, logDeterminants } = weighted;
  const covariance = choleskyInverse(factor);
  const means = Array.from({ length: d }, (_, a) => {
    let sum = 0;
    for (let b = 0; b < d; b++) sum += covariance.values[a * d + b]! * scores[b]!;
    return sum;
  });
  const slope = zeros(d, d);
  let residualSum = 0;
  for (const unit of units) residualSum += addSlope(unit, means, covariance, slope);
  let logInformation = 0;
  for (let a = 0; a < d; a++) logInformation += 2 * Math.log(factor.values[a * (d + 1)]!);
  const n = effects.reduce((sum, { present }) => sum + present.length, 0);
  const design = Array.from({ length: d }, (_, a) =>
    Math.log(effects.filter(({ present }) => present.includes(a)).length),
  ).reduce((a, b) => a + b, 0);
  const value = -0.5 * ((n - d) * LOG_2PI - design + logDeterminants + logInformation + residualSum);
  return { value, means, covariance, residualSum, slope };
}

/** Adds a unit's part −½ (W − W C W − W r rᵀ W) of the slope, C the covariance of the means; returns rᵀ W r. */
function addSlope(
  { effect: { present, estimates }, weights }: Unit,
  means: readonly number[],
  { values: c }: Matrix,
  slope: Matrix,
): number {
  const q = present.length;
  const d = slope.rows;
  const w = weights.values;
  const weighted = Float64Array.from({ length: q }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < q; j++) sum += w[i * q + j]! * (estimates[j]! - means[present[j]!]!);
    return sum;
  });
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let lost = 0;
      for (let a = 0; a < q; a++)
        for (let b = 0; b < q; b++) lost += w[i * q + a]! * c[present[a]! * d + present[b]!]! * w[b * q + j]!;
      slope.values[present[i]! * d + present[j]!]! -=
        0.5 * (w[i * q + j]! - lost - weighted[i]! * weighted[j]!);
    }
  }
  return weighted.reduce((sum, v, i) => sum + v * (estimates[i]! - means[present[i]!]!), 0);
}

/** L and L Lᵀ of the entries of a lower triangle, row after row. */
function triangle(entries: ArrayLike<number>, d: number): { lower: Matrix; product: Matrix } {
  const lower = zeros(d, d);
  for (let i = 0, at = 0; i < d; i++) for (let j = 0; j <= i; j++) lower.values[i * d + j] = entries[at++]!;
  const product = zeros(d, d);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++)
      for (let k = 0; k <= Math.min(i, j); k++)
        product.values[i * d + j]! += lower.values[i * d + k]! * lower.values[j * d + k]!;
  return { lower, product };
}

/** Standard deviation of each quantity over the units. */
function scatter(effects: readonly MultivariateEffect[], d: number): number[] {
  return Array.from({ length: d }, (_, a) => {
    const own = effects.flatMap(({ present, estimates }) =>
      present.includes(a) ? [estimates[present.indexOf(a)]!] : [],
    );
    const center = own.reduce((x, y) => x + y, 0) / own.length;
    return Math.sqrt(own.reduce((sum, v) => sum + (v - center) ** 2, 0) / own.length) || 0.1;
  });
}

const STARTS = [0.7, 0.2];

/**
 * Pools several quantities at once: the covariance within each unit is known, that between units is estimated without any
 * structure, by restricted maximum likelihood over its Cholesky factor, so that it may well be singular.
 *
 * @param effects Units, each with at least one of the quantities.
 * @param d How many quantities there are; each must be had by two units or more.
 * @throws {EstimationError} `too-few-observations` where a quantity has fewer than two units, `not-converged` otherwise.
 * @see Gasparrini, Armstrong & Kenward (2012), Stat Med 31:3821–3839, section 3.2. doi:10.1002/sim.5471; Jackson, Riley &
 * White (2011), Stat Med 30:2481–2498. doi:10.1002/sim.4172
 */
export function multivariateRandomEffects(
  effects: readonly MultivariateEffect[],
  d: number,
): MultivariateFit {
  for (let a = 0; a < d; a++) {
    const n = effects.filter(({ present }) => present.includes(a)).length;
    if (n < 2)
      throw new EstimationError(
        "too-few-observations",
        `Cannot pool several quantities: needs each of at least 2 patients, got quantity ${a + 1} of ${n}`,
      );
  }
  const units = scatter(effects, d);
  const entries = Array.from({ length: d }, (_, i) => Array.from({ length: i + 1 }, (_, j) => [i, j])).flat();
  // The search is in units of each quantity's scatter.
  const scaled = (x: ArrayLike<number>): Float64Array =>
    Float64Array.from(entries, ([i], k) => x[k]! * units[i!]!);
  const objective = (x: Float64Array, gradient?: Float64Array): number => {
    const { lower, product } = triangle(scaled(x), d);
    const at = weightedAt(effects, product);
    if (!at) return Infinity;
    entries.forEach(([i, j], k) => {
      if (!gradient) return;
      let sum = 0;
      for (let b = 0; b < d; b++) sum += at.slope.values[i! * d + b]! * lower.values[b * d + j!]!;
      gradient[k] = -2 * sum * units[i!]!;
    });
    return -at.value;
  };
  const ends = STARTS.map((share) =>
    minimizeBfgs(
      objective,
      Float64Array.from(entries, ([i, j]) => (i === j ? share : 0)),
    ),
  ).filter(({ value }) => Number.isFinite(value));
  const best = ends.sort((a, b) => a.value - b.value)[0];
  const between = best && triangle(scaled(best.x), d).product;
  const at = between && weightedAt(effects, between);
  if (!at)
    throw new EstimationError("not-converged", "Cannot pool several quantities: no likelihood is finite");
  const n = effects.reduce((sum, { present }) => sum + present.length, 0);
  return {
    means: at.means,
    covariance: at.covariance,
    between,
    logLikelihood: at.value,
    residualFactor: n > d ? at.residualSum / (n - d) : 1,
    converged: best.converged,
  };
}
