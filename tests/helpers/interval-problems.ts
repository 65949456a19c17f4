import type { IntervalProblem, Objective, Target } from "../../src/inference/interval-method.ts";
import type { NormalPrior } from "../../src/inference/normal-prior.ts";
import type { ValueAndGradient } from "../../src/math/derivatives/central-differences.ts";
import { cholesky, choleskyInverse } from "../../src/math/linear/cholesky.ts";
import { minimizeNewton } from "../../src/math/optimize/minimize-newton.ts";
import { normalQuantile } from "../../src/math/special/normal-quantile.ts";

/** An interval problem of any objective, at the lowest point that Newton's method finds from `start`. */
export function intervalProblem(
  f: ValueAndGradient,
  start: readonly number[],
  level = 0.95,
  prior: NormalPrior = { terms: [] },
): IntervalProblem {
  const objective: Objective = (theta, gradient = new Float64Array(theta.length)) => f(theta, gradient);
  const minimum = minimizeNewton(objective, start);
  const factor = cholesky(minimum.hessian);
  return {
    objective,
    prior,
    minimum,
    covariance: factor && choleskyInverse(factor),
    level,
    drop: 0.5 * normalQuantile(0.5 + 0.5 * level) ** 2,
    seed: 1,
    nullModel: null,
  };
}

/** One working parameter as a target. */
export function coordinate(index: number, link: Target["link"] = "identity"): Target {
  return {
    link,
    evaluate(theta, gradient) {
      gradient?.fill(0);
      if (gradient) gradient[index] = 1;
      return theta[index]!;
    },
  };
}

/** Σ w θ as a target. */
export function combination(weights: readonly number[]): Target {
  return {
    link: "identity",
    evaluate(theta, gradient) {
      gradient?.set(weights);
      return weights.reduce((sum, w, i) => sum + w * theta[i]!, 0);
    },
  };
}

/** ½ (θ − m)ᵀ A (θ − m) + c */
export function gaussian(
  mean: readonly number[],
  precision: readonly (readonly number[])[],
  c = 0,
): ValueAndGradient {
  return (theta, gradient) => {
    let sum = c;
    precision.forEach((row, i) => {
      const slope = row.reduce((total, a, j) => total + a * (theta[j]! - mean[j]!), 0);
      gradient[i] = slope;
      sum += 0.5 * slope * (theta[i]! - mean[i]!);
    });
    return sum;
  };
}

/** A root by 200 halvings of a bracket: slow, and independent of src/math. */
export function bisect(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  if (f(a) > 0 === f(b) > 0) throw new Error(`No root between ${from} and ${to}`);
  for (let i = 0; i < 200; i++) {
    const middle = 0.5 * (a + b);
    if (f(middle) > 0 === f(a) > 0) a = middle;
    else b = middle;
  }
  return 0.5 * (a + b);
}
