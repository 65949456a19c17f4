import { cholesky, choleskyInverse } from "../../../math/linear/cholesky.ts";
import { copyOf, type Matrix, times, zeros } from "../../../math/linear/matrix.ts";
import { curvatureTrace, expectedInformation, invertInformation } from "../covariance-information.ts";
import { type CovarianceMoments, covarianceMoments } from "../covariance-moments.ts";
import { naturalParameters } from "../covariance-parameters.ts";
import type { LinearMixedFit } from "../linear-mixed-fit.ts";
import { addTo, product, sandwich, traceOfProduct, transposed } from "../matrix-products.ts";
import {
  type CoefficientInference,
  type DegreesOfFreedomMethod,
  oneRow,
  positiveOrNull,
  turnedContrasts,
} from "./degrees-of-freedom.ts";

/** −4 × the bias that the curvature of V brings to each parameter. */
function curvatureBias(moments: CovarianceMoments, spread: Matrix): Float64Array {
  const sums = moments.parameters.map((_, k) =>
    moments.pairs.reduce((sum, pair) => {
      const times = pair.i === pair.j ? 1 : 2;
      const weight = times * spread.values[pair.i * spread.columns + pair.j]!;
      return sum + weight * curvatureTrace(moments, pair, k);
    }, 0),
  );
  return times(spread, sums);
}

/** Φ with what it lacks and the bias it has: 2 Λ − R*, and the slope of Φ times the bias of the parameters. */
function adjustedCovariance(moments: CovarianceMoments, spread: Matrix): Matrix {
  const { phi, n, pairs } = moments;
  const p = phi.rows;
  const middle = zeros(p, p);
  for (const { i, j, q, second } of pairs) {
    const weight = spread.values[i * spread.columns + j]!;
    const crossed = product(product(n[i]!, phi), n[j]!);
    const both = copyOf(q);
    addTo(both, crossed, -1);
    if (second) addTo(both, second.r, -0.25);
    addTo(middle, both, weight);
    if (i !== j) addTo(middle, transposed(both), weight);
  }
  const adjusted = copyOf(phi);
  addTo(adjusted, sandwich(phi, middle), 2);
  curvatureBias(moments, spread).forEach((bias, i) => {
    addTo(adjusted, sandwich(phi, n[i]!), 0.25 * bias);
  });
  return adjusted;
}

/** A₁ and A₂ of Kenward & Roger for contrasts of the orthonormal columns' coefficients. */
function amounts({ phi, n }: CovarianceMoments, spread: Matrix, turned: Matrix): [number, number] {
  const inner = cholesky(sandwich(turned, phi));
  if (!inner) return [Number.NaN, Number.NaN];
  const theta = sandwich(transposed(turned), choleskyInverse(inner));
  const parts = n.map((one) => product(theta, sandwich(phi, one)));
  const traces = Float64Array.from(parts, (part) => {
    let sum = 0;
    for (let i = 0; i < part.rows; i++) sum += part.values[i * (part.columns + 1)]!;
    return sum;
  });
  let [first, second] = [0, 0];
  parts.forEach((a, i) => {
    parts.forEach((b, j) => {
      const weight = spread.values[i * spread.columns + j]!;
      first += weight * traces[i]! * traces[j]!;
      second += weight * traceOfProduct(a, b);
    });
  });
  return [first, second];
}

/** Denominator and scale of F by matching its mean and variance, exact for Hotelling's T² and balanced analyses of variance. */
function matchF(q: number, a1: number, a2: number): { degreesOfFreedom: number | null; scale: number } {
  const b = (a1 + 6 * a2) / (2 * q);
  const g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2);
  const base = 3 * q + 2 * (1 - g);
  const mean = 1 - a2 / q;
  const variance = (1 + (g / base) * b) / ((1 - ((q - g) / base) * b) ** 2 * (1 - ((q + 2 - g) / base) * b));
  const ratio = (mean * mean * variance) / q;
  const degrees = 4 + (q + 2) / (q * ratio - 1);
  const scale = Math.abs(degrees - 2) < 1e-2 ? 1 : (degrees * mean) / (degrees - 2);
  return { degreesOfFreedom: positiveOrNull(degrees), scale };
}

function prepare(fit: LinearMixedFit): CoefficientInference {
  if (fit.likelihood.designWeight !== 1) {
    throw new RangeError(
      `kenwardRoger needs a fit by restricted maximum likelihood, got "${fit.likelihood.name}"`,
    );
  }
  const moments = covarianceMoments(fit, naturalParameters(fit));
  const { inverse: spread } = invertInformation(expectedInformation(moments, fit.likelihood));
  return {
    covariance: sandwich(fit.prepared.design.transform, adjustedCovariance(moments, spread)),
    single: (contrast) => {
      const [, a2] = amounts(moments, spread, turnedContrasts(fit, oneRow(contrast)));
      return positiveOrNull(2 / a2);
    },
    joint: (contrasts) => {
      const [a1, a2] = amounts(moments, spread, turnedContrasts(fit, contrasts));
      return matchF(contrasts.rows, a1, a2);
    },
  };
}

/**
 * Kenward and Roger: a covariance that allows for the variances being estimated, and degrees of freedom from their expected
 * information. Where the covariance isn't linear in a parameter, as with serial correlation, the terms of 2009 make the answer
 * the same whatever the parameter is called. A correlation at its limit counts as known.
 *
 * @see Kenward & Roger (1997), Biometrics 53:983–997, sections 2.1 to 3. doi:10.2307/2533558; Kenward & Roger (2009), Comput Stat
 * Data Anal 53:2583–2595, section 2. doi:10.1016/j.csda.2008.12.013; Halekoh & Højsgaard (2014), J Stat Softw 59(9).
 */
export const kenwardRoger: DegreesOfFreedomMethod = {
  name: "kenward-roger",
  label: "Kenward–Roger",
  reference: "Kenward & Roger (1997), Biometrics 53:983–997. doi:10.2307/2533558",
  prepare,
};
