import { cholesky } from "../../math/linear/cholesky.ts";
import { choleskyLogDeterminant } from "../../math/linear/log-determinant.ts";
import { bilinear, times, zeros } from "../../math/linear/matrix.ts";
import { addCrossProduct, type FittedBlock, type MixedFit } from "./mixed-fit.ts";

/** Restricted or full likelihood of the variances of random effects. */
export interface MixedLikelihood {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** The log likelihood, the means fitted or integrated out. */
  value(fit: MixedFit): number;
  /** Its derivative by each parameter. */
  gradient(fit: MixedFit): Float64Array;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** tr(W G) and rᵀ W G W r of one block. */
function fullParts(
  { weights, residuals }: FittedBlock,
  derivative: { values: Float64Array },
): [number, number] {
  let trace = 0;
  for (let i = 0; i < weights.values.length; i++) trace += weights.values[i]! * derivative.values[i]!;
  const weighted = times(weights, residuals);
  return [trace, bilinear(weighted, { ...weights, values: derivative.values }, weighted)];
}

function gradientOf(fit: MixedFit, restricted: boolean): Float64Array {
  const { blocks, structure, parameters, covariance, data } = fit;
  return Float64Array.from({ length: structure.nParameters }, (_, which) => {
    const shares = zeros(data.nMeans, data.nMeans);
    let slope = 0;
    blocks.forEach((fitted, index) => {
      const derivative = structure.derivative(index, parameters, which);
      const [trace, square] = fullParts(fitted, derivative);
      slope += 0.5 * (square - trace);
      if (!restricted) return;
      const { weightedDesign } = fitted;
      const changed = zeros(weightedDesign.rows, weightedDesign.columns);
      const [n, p] = [weightedDesign.rows, weightedDesign.columns];
      for (let i = 0; i < n; i++)
        for (let k = 0; k < n; k++)
          for (let j = 0; j < p; j++)
            changed.values[i * p + j]! += derivative.values[i * n + k]! * weightedDesign.values[k * p + j]!;
      addCrossProduct(shares, weightedDesign, changed);
    });
    for (let i = 0; i < shares.values.length; i++) slope += 0.5 * shares.values[i]! * covariance.values[i]!;
    return slope;
  });
}

/** ln |Xᵀ X|. */
function plainLogDeterminant({ data }: MixedFit): number {
  const gram = zeros(data.nMeans, data.nMeans);
  for (const { design } of data.blocks) addCrossProduct(gram, design, design);
  return choleskyLogDeterminant(cholesky(gram)!);
}

/**
 * Restricted maximum likelihood: the means are integrated out, so that variances allow for their being estimated.
 *
 * @see Harville (1977), J Am Stat Assoc 72:320–338, equation 3.5 (with ½ ln |XᵀX|, as in metafor). doi:10.1080/01621459.1977.10480998
 * @example
 * poolMultilevel(rows, { levels: ["paper", "patient"], likelihood: restrictedLikelihood }).fit.likelihood; // "reml"
 */
export const restrictedLikelihood: MixedLikelihood = {
  name: "reml",
  label: "Restricted maximum likelihood (REML)",
  reference: "Harville (1977), doi:10.1080/01621459.1977.10480998",
  value: (fit) => {
    const { data, logDeterminant, designLogDeterminant, q } = fit;
    const free = data.nEffects - data.nMeans;
    return 0.5 * (plainLogDeterminant(fit) - free * LOG_TWO_PI - logDeterminant - designLogDeterminant - q);
  },
  gradient: (fit) => gradientOf(fit, true),
};

/**
 * Maximum likelihood, the means fitted: variances come out too small where there are few groups.
 *
 * @see Harville (1977), J Am Stat Assoc 72:320–338, equation 3.2. doi:10.1080/01621459.1977.10480998
 * @example
 * poolMultilevel(rows, { levels: ["paper", "patient"], likelihood: fullLikelihood }).fit.likelihood; // "ml"
 */
export const fullLikelihood: MixedLikelihood = {
  name: "ml",
  label: "Maximum likelihood",
  reference: "Harville (1977), doi:10.1080/01621459.1977.10480998",
  value: ({ data, logDeterminant, q }) => -0.5 * (data.nEffects * LOG_TWO_PI + logDeterminant + q),
  gradient: (fit) => gradientOf(fit, false),
};
