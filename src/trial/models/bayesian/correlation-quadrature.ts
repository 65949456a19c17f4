import { gaussLegendre, type QuadratureRule } from "../../../math/quadrature/gauss-legendre.ts";

/** Points in φ, and what an integrand is multiplied by at each. */
export interface CorrelationNodes {
  phi: Float64Array;
  weights: Float64Array;
}

const N_NODES = 96;
let rule: QuadratureRule | null = null;

/**
 * Gauss–Legendre points between two values of φ, drawn together towards both ends, where the likelihood of an autoregression
 * changes fastest: φ is a cubic of the rule's own coordinate, whose slope is 0 there.
 *
 * @param from At least −1.
 * @param to Above `from`, at most 1.
 */
export function correlationNodes(from: number, to: number): CorrelationNodes {
  rule ??= gaussLegendre(N_NODES);
  const { nodes, weights } = rule;
  const half = 0.5 * (to - from);
  return {
    phi: Float64Array.from(nodes, (u) => from + half * (1 + 0.5 * u * (3 - u * u))),
    weights: Float64Array.from(nodes, (u, i) => half * 1.5 * (1 - u * u) * weights[i]!),
  };
}
