import { type Matrix, zeros } from "../../math/linear/matrix.ts";

/** How the errors within a group hang together; a value that is passed in. */
export interface ErrorCorrelation<X> {
  name: string;
  /** Parameters on the working scale from which the search starts. */
  start: readonly number[];
  /** The correlation matrix of the errors at the observations of one group. */
  matrix(x: readonly X[], parameters: ArrayLike<number>): Matrix;
}

/** Errors without correlation. */
export const independentErrors: ErrorCorrelation<unknown> = {
  name: "independent",
  start: [],
  matrix(x) {
    const identity = zeros(x.length, x.length);
    for (let i = 0; i < x.length; i++) identity.values[i * (x.length + 1)] = 1;
    return identity;
  },
};

/**
 * Errors of a continuous autoregressive process: correlation φ^(time between), φ by its logit.
 *
 * @see Jones (1993), Longitudinal Data with Serial Correlation, section 3.3.
 */
export const continuousAutoregressive: ErrorCorrelation<number> = {
  name: "continuous-autoregressive",
  start: [-1],
  matrix(x, parameters) {
    const n = x.length;
    const correlation = 1 / (1 + Math.exp(-parameters[0]!));
    const matrix = zeros(n, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) matrix.values[i * n + j] = correlation ** Math.abs(x[i]! - x[j]!);
    }
    return matrix;
  },
};
