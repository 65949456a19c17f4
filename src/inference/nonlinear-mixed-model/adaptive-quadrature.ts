import { gaussHermiteCubature } from "../../math/quadrature/adaptive-gauss-hermite.ts";
import { type GaussHermiteRule, gaussHermite } from "../../math/quadrature/gauss-hermite.ts";
import { addHalfTrace, curvatureSlopes, pointSlope } from "./curvature-slopes.ts";
import type { EffectsMode } from "./effects-mode.ts";
import { gram } from "./gram.ts";
import type { GroupIntegrand } from "./group-integrand.ts";
import type { MarginalApproximation } from "./marginal-approximation.ts";
import { whiteDirections } from "./slope-differences.ts";

/** The points of the product grid in the order in which the cubature visits them, the first effect fastest. */
interface Grid {
  /** Standardised, √2 times the rule's nodes. */
  z: Float64Array[];
  logWeights: Float64Array;
}

function productGrid({ nodes, logWeights }: GaussHermiteRule, d: number): Grid {
  const n = nodes.length;
  const indices = Array.from({ length: n ** d }, (_, point) =>
    Array.from({ length: d }, (_, i) => Math.floor(point / n ** i) % n),
  );
  return {
    z: indices.map((own) => Float64Array.from(own, (i) => Math.SQRT2 * nodes[i]!)),
    logWeights: Float64Array.from(indices, (own) =>
      own.reduce((sum, i) => sum + nodes[i]! ** 2 + logWeights[i]!, 0),
    ),
  };
}

/** The cubature, which fills in the terms and the slopes of the integrand, point by point, where they are given. */
function integrate(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  { effects, factor }: EffectsMode,
  rule: GaussHermiteRule,
  kept?: { values: Float64Array; slopes: Float64Array[] },
): number {
  const own = new Float64Array(group.nParameters + group.nEffects);
  let point = 0;
  const logIntegral = gaussHermiteCubature(
    (u) => {
      const value = -group.evaluate(theta, u, kept && own);
      if (kept) {
        kept.values[point] = value;
        kept.slopes[point] = value > -Infinity ? own.slice() : new Float64Array(own.length);
      }
      point++;
      return value;
    },
    effects,
    gram(factor!),
    rule,
  );
  return logIntegral === null ? Infinity : -logIntegral;
}

/** The cubature with its derivatives: those of every term at its point, and of the points as they move. */
function integrateWithSlopes(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  mode: EffectsMode,
  rule: GaussHermiteRule,
  out: Float64Array,
): number {
  const { nParameters: p, nEffects: q } = group;
  const { z, logWeights } = productGrid(rule, q);
  const kept = { values: new Float64Array(z.length), slopes: new Array<Float64Array>(z.length) };
  const value = integrate(group, theta, mode, rule, kept);
  const terms = kept.values.map((v, m) => v + logWeights[m]!);
  const largest = terms.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = terms.map((term) => Math.exp(term - largest));
  const total = shares.reduce((a, b) => a + b, 0);
  const moving = curvatureSlopes(group, theta, mode, whiteDirections(mode.factor!), true);
  for (let m = 0; m < z.length; m++) {
    const share = shares[m]! / total;
    const slopes = kept.slopes[m]!;
    const byEffects = slopes.subarray(p);
    for (let k = 0; k < p; k++) out[k]! += share * (slopes[k]! + pointSlope(moving, z[m]!, byEffects, k));
  }
  addHalfTrace(moving, () => 1, out);
  return value;
}

/**
 * Adaptive Gauss–Hermite quadrature: a product grid of n points an effect, centred at the mode of the effects and scaled
 * to their spread there. Exact in the limit of many points; at most 3 effects a group.
 *
 * @param nPoints Points an effect, 1 to 50; 1 is Laplace's approximation.
 * @throws {RangeError} when nPoints is not a whole number in that range.
 * @see Pinheiro & Bates (1995), J Comput Graph Stat 4:12–35, section 2.4.
 * @example
 * adaptiveQuadrature(7).name; // "gauss-hermite-7"
 */
export function adaptiveQuadrature(nPoints = 7): MarginalApproximation {
  if (!(Number.isInteger(nPoints) && nPoints >= 1 && nPoints <= 50))
    throw new RangeError(`adaptiveQuadrature needs a whole number of points from 1 to 50, got ${nPoints}`);
  const rule = gaussHermite(nPoints);
  return {
    name: `gauss-hermite-${nPoints}`,
    label: `Adaptive Gauss–Hermite quadrature, ${nPoints} points an effect`,
    reference: "Pinheiro & Bates (1995), J Comput Graph Stat 4:12–35. doi:10.1080/10618600.1995.10474663",
    mostEffects: 3,
    marginal(group, theta, mode, slopes) {
      if (!mode.factor) return Infinity;
      if (!slopes) return integrate(group, theta, mode, rule);
      return integrateWithSlopes(group, theta, mode, rule, slopes);
    },
  };
}
