import { expect } from "vitest";
import type { Distribution } from "../../../../src/math/distributions/distribution.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { tailTolerance } from "../special/high-precision.ts";

/** The binomial coefficient, exactly. */
export function choose(n: number, k: number): bigint {
  let product = 1n;
  for (let j = 1; j <= k; j++) product = (product * BigInt(n - k + j)) / BigInt(j);
  return k < 0 || k > n ? 0n : product;
}

/** A quotient of whole numbers of any length, to the digits of a double. */
function quotient(above: bigint, below: bigint): number {
  if (above === 0n) return 0;
  const shift = BigInt(Math.max(0, 64 + below.toString(2).length - above.toString(2).length));
  return Number((above << shift) / below) / 2 ** Number(shift);
}

/** Fails unless a discrete law on 0, 1, … has the probabilities weight/total, their sums and the quantiles of these. */
export function expectWeights(
  law: Distribution<number[]>,
  parameters: number[],
  weights: readonly bigint[],
): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let below = 0n;
  weights.forEach((weight, k) => {
    const where = `${law.name}(${parameters}) at ${k}`;
    const middle = 2n * below + weight;
    below += weight;
    const [density, lower, upper] = [weight, below, total - below].map((part) => quotient(part, total));
    expectRelative([law.density(k, ...parameters)], [density!], tailTolerance(density! || 1), where);
    expectRelative([law.cdf(k, ...parameters)], [lower!], tailTolerance(lower! || 1), where);
    expectRelative([law.survival(k, ...parameters)], [upper!], tailTolerance(upper! || 1), where);
    if (weight === 0n) return;
    // The middle of the step and its top, by whichever tail is the smaller.
    const found =
      2n * below <= total
        ? [quotient(middle, 2n * total), lower!].map((p) => law.quantile(p, ...parameters))
        : [quotient(2n * total - middle, 2n * total), upper!].map((p) =>
            law.survivalQuantile(p, ...parameters),
          );
    expect(found, where).toEqual([k, k]);
  });
}
