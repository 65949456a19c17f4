/** A generalised Pareto law on (0, ∞): 1 − F(x) = (1 + k x/σ)^(−1/k). */
export interface GeneralizedPareto {
  /** k: moments of order 1/k and more do not exist. */
  shape: number;
  /** σ > 0 */
  scale: number;
}

/** Fewest grid points of the profile, and the weight of the prior on them. */
const GRID = 30;
const PRIOR = 3;

function meanLog1p(theta: number, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.log1p(-theta * x[i]!);
  return sum / x.length;
}

/** The posterior mean of θ = −k/σ on Zhang and Stephens' grid. */
function profileMean(x: Float64Array, quartile: number): number {
  const n = x.length;
  const m = GRID + Math.floor(Math.sqrt(n));
  const thetas = new Float64Array(m);
  const logs = new Float64Array(m);
  let largest = -Infinity;
  for (let j = 0; j < m; j++) {
    const theta = 1 / x[n - 1]! + (1 - Math.sqrt(m / (j + 0.5))) / (PRIOR * quartile);
    const k = meanLog1p(theta, x);
    thetas[j] = theta;
    logs[j] = n * (Math.log(-theta / k) - k - 1);
    if (logs[j]! > largest) largest = logs[j]!;
  }
  let sum = 0;
  let weighted = 0;
  for (let j = 0; j < m; j++) {
    const weight = Math.exp(logs[j]! - largest);
    sum += weight;
    weighted += weight * thetas[j]!;
  }
  return weighted / sum;
}

/**
 * Fits a generalised Pareto law by the empirical Bayes estimate of Zhang and Stephens.
 *
 * @param excesses Ascending, all > 0, at least 5.
 * @returns The law, or null where the excesses differ by so many powers of ten that the profile leaves the doubles.
 * @throws {RangeError} when there are fewer than 5, or they are not ascending, positive and finite.
 * @see Zhang & Stephens (2009), Technometrics 51:316–325, section 4, with k of the opposite sign.
 * doi:10.1198/tech.2009.08017
 */
export function fitGeneralizedPareto(excesses: Float64Array): GeneralizedPareto | null {
  const n = excesses.length;
  if (n < 5) throw new RangeError(`fitGeneralizedPareto needs at least 5 excesses, got ${n}`);
  for (let i = 0; i < n; i++) {
    const previous = i === 0 ? 0 : excesses[i - 1]!;
    if (!(excesses[i]! > 0 && excesses[i]! >= previous && excesses[i]! < Infinity)) {
      throw new RangeError(
        `fitGeneralizedPareto needs ascending positive excesses, got ${excesses[i]} at ${i}`,
      );
    }
  }
  const theta = profileMean(excesses, excesses[Math.floor(n / 4 + 0.5) - 1]!);
  const shape = meanLog1p(theta, excesses);
  const scale = -shape / theta;
  return Number.isFinite(shape) && scale > 0 && scale < Infinity ? { shape, scale } : null;
}

/**
 * Draws a shape towards ½ with the weight of ten excesses, so that short tails give steady answers.
 *
 * @see Vehtari, Simpson, Gelman, Yao & Gabry (2024), J Mach Learn Res 25(72); the weights are those of R's loo and
 * posterior (`adjust_k_wip`, `gpdfit`).
 */
export function steadiedShape(shape: number, nExcesses: number): number {
  return (nExcesses * shape + 5) / (nExcesses + 10);
}

/** The x with F(x) = p, for p in [0, 1). */
export function generalizedParetoQuantile(p: number, { shape, scale }: GeneralizedPareto): number {
  const logSurvival = Math.log1p(-p);
  return shape === 0 ? -scale * logSurvival : (scale * Math.expm1(-shape * logSurvival)) / shape;
}
