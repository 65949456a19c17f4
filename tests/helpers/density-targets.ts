import type { DensityTarget } from "../../src/inference/hamiltonian/index.ts";

/** Normal, from its precision matrix by rows. */
export function normalTarget(
  mean: readonly number[],
  precision: readonly (readonly number[])[],
): DensityTarget {
  const d = mean.length;
  return {
    dimension: d,
    logDensityAndGradient(x, gradient) {
      let log = 0;
      for (let i = 0; i < d; i++) {
        let sum = 0;
        for (let j = 0; j < d; j++) sum += precision[i]![j]! * (x[j]! - mean[j]!);
        gradient[i] = -sum;
        log -= 0.5 * sum * (x[i]! - mean[i]!);
      }
      return log;
    },
  };
}

/** Gamma of a shape and a rate, of y = e^x. */
export function logGammaTarget(shape: number, rate: number): DensityTarget {
  return {
    dimension: 1,
    logDensityAndGradient(x, gradient) {
      const y = rate * Math.exp(x[0]!);
      gradient[0] = shape - y;
      return shape * x[0]! - y;
    },
  };
}

/** Independent betas of the same two shapes, each of p = 1/(1 + e^−x/scale). */
export function logitBetaTarget(a: number, b: number, scales: readonly number[]): DensityTarget {
  return {
    dimension: scales.length,
    logDensityAndGradient(x, gradient) {
      let log = 0;
      scales.forEach((scale, i) => {
        const logit = x[i]! / scale;
        gradient[i] = (a - (a + b) / (1 + Math.exp(-logit))) / scale;
        log += a * logit - (a + b) * Math.log1p(Math.exp(logit));
      });
      return log;
    },
  };
}

/** Neal's funnel as it stands: v ~ N(0, 3²), then `n` coordinates of variance e^v. */
export function funnel(n: number): DensityTarget {
  return {
    dimension: n + 1,
    logDensityAndGradient(x, gradient) {
      const v = x[0]!;
      const precision = Math.exp(-v);
      let squares = 0;
      for (let i = 1; i <= n; i++) {
        squares += x[i]! * x[i]!;
        gradient[i] = -x[i]! * precision;
      }
      gradient[0] = -v / 9 - 0.5 * n + 0.5 * squares * precision;
      return (-v * v) / 18 - 0.5 * n * v - 0.5 * squares * precision;
    },
  };
}

/** Neal's funnel in standard coordinates: v = 3 x₀, the others e^(v/2) xᵢ. */
export function straightFunnel(n: number): DensityTarget {
  const dimension = n + 1;
  return normalTarget(
    new Array(dimension).fill(0),
    Array.from({ length: dimension }, (_, i) =>
      Array.from({ length: dimension }, (_, j) => (i === j ? 1 : 0)),
    ),
  );
}

/** Normal effects with known errors, of a normal mean and a half-Cauchy spread. */
export interface NormalEffects {
  effects: readonly number[];
  errors: readonly number[];
  meanSd: number;
  spreadScale: number;
}

/** x = (μ, ln τ, η₁ … η_k), where θ_i = μ + τ η_i: the non-centred model, with the ln Jacobian of τ. */
export function normalEffectsTarget({ effects, errors, meanSd, spreadScale }: NormalEffects): DensityTarget {
  const k = effects.length;
  return {
    dimension: k + 2,
    logDensityAndGradient(x, gradient) {
      const mu = x[0]!;
      const tau = Math.exp(x[1]!);
      const ratio = (tau / spreadScale) ** 2;
      let log = -0.5 * (mu / meanSd) ** 2 - Math.log1p(ratio) + x[1]!;
      gradient[0] = -mu / meanSd ** 2;
      gradient[1] = 1 - (2 * ratio) / (1 + ratio);
      for (let i = 0; i < k; i++) {
        const eta = x[i + 2]!;
        const residual = (effects[i]! - mu - tau * eta) / errors[i]!;
        const pull = residual / errors[i]!;
        log -= 0.5 * (residual * residual + eta * eta);
        gradient[0]! += pull;
        gradient[1]! += pull * tau * eta;
        gradient[i + 2] = pull * tau - eta;
      }
      return log;
    },
  };
}
