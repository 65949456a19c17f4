import type { MultivariateLaw } from "../math/random/multivariate-law.ts";
import { normalQuantile } from "../math/special/normal-quantile.ts";
import { centerAt, type NormalPrior, negativeLogPrior } from "./normal-prior.ts";

/** Whether every parameter has a proper prior, so that it can be drawn from. */
export function isProper({ terms }: NormalPrior): boolean {
  return terms.every(({ sd }) => sd < Infinity);
}

/**
 * The joint prior as a law to draw from: one uniform for each parameter, by inversion.
 *
 * @throws {RangeError} when a prior is flat.
 */
export function priorLaw(prior: NormalPrior): MultivariateLaw {
  if (!isProper(prior))
    throw new RangeError("Cannot draw from a prior: needs a finite sd for every parameter");
  const dimension = prior.terms.length;
  const uniforms = new Float64Array(dimension);
  const at: MultivariateLaw["at"] = (u, out = new Float64Array(dimension)) => {
    for (const { index, center, sd } of prior.terms) {
      out[index] = centerAt(center, out) + sd * normalQuantile(u[index]!);
    }
    return out;
  };
  return {
    dimension,
    nUniforms: dimension,
    at,
    draw(stream, out) {
      for (let i = 0; i < dimension; i++) uniforms[i] = stream.uniform();
      return at(uniforms, out);
    },
    logDensity: (theta) => -negativeLogPrior(prior, theta),
    densityIn: (logUnit) => (theta) => Math.exp(-negativeLogPrior(prior, theta) - logUnit),
  };
}
