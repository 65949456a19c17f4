import { InputError } from "../../errors.ts";
import { cholesky } from "../../math/linear/cholesky.ts";
import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { SamplingErrors } from "./mixed-data.ts";

function diagonal(variances: readonly number[]): Matrix {
  const n = variances.length;
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i++) matrix.values[i * n + i] = variances[i]!;
  return matrix;
}

/**
 * Every estimate is of patients of its own: sampling errors are independent.
 *
 * @see Konstantopoulos (2011), Res Synth Methods 2:61–76, section 2. doi:10.1002/jrsm.35
 * @example
 * poolMultilevel(rows, { levels: ["paper", "patient"], sampling: independentErrors }).fit.sampling; // "independent"
 */
export const independentErrors: SamplingErrors = {
  name: "independent",
  label: "Independent sampling errors",
  block: (_, variances) => diagonal(variances),
};

/**
 * One assumed correlation of all sampling errors within an outermost group, for papers that report several estimates of the same
 * patients without saying how these go together. Show what other values would have given with `correlationSensitivity`.
 *
 * @param correlation In [0, 1): at 1 the estimates of a group would be one and the same.
 * @throws {RangeError} when it lies outside.
 * @see Hedges, Tipton & Johnson (2010), Res Synth Methods 1:39–65, section 4.1. doi:10.1002/jrsm.5; Pustejovsky & Tipton (2022),
 * Prev Sci 23:425–438. doi:10.1007/s11121-021-01246-3
 * @example
 * correlatedErrors(0.6).block([0, 1], [0.04, 0.09]).values[1]; // 0.036
 */
export function correlatedErrors(correlation: number): SamplingErrors {
  if (!(correlation >= 0 && correlation < 1))
    throw new RangeError(`correlation of sampling errors must lie in [0, 1), got ${correlation}`);
  return {
    name: `correlated(${correlation})`,
    label: `Sampling errors correlated by ${correlation} within a group (assumed)`,
    block(_, variances) {
      const matrix = diagonal(variances);
      const n = variances.length;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++)
          if (i !== j) matrix.values[i * n + j] = correlation * Math.sqrt(variances[i]! * variances[j]!);
      }
      return matrix;
    },
  };
}

/**
 * A sampling covariance that is known: the row of each estimate in their order. Between outermost groups it must be 0, and on its
 * diagonal stand the variances.
 *
 * @param covariance As many rows and columns as there are estimates.
 * @example
 * knownErrors([[0.04, 0.01], [0.01, 0.09]]).block([0, 1], [0.04, 0.09]).values[1]; // 0.01
 */
export function knownErrors(covariance: readonly (readonly number[])[]): SamplingErrors {
  const fail = (path: string, message: string): never => {
    throw new InputError([{ path, message: `Cannot use the sampling covariance: ${message}` }]);
  };
  return {
    name: "known",
    label: "Known covariance of the sampling errors",
    block(rows, variances) {
      const n = rows.length;
      const matrix = zeros(n, n);
      rows.forEach((row, i) => {
        const line =
          covariance[row] ?? fail("covariance", `needs a row for every estimate, got none for ${row}`);
        const outside = line.findIndex((value, column) => value !== 0 && !rows.includes(column));
        if (outside >= 0)
          fail(`covariance[${row}][${outside}]`, "needs 0 between outermost groups, got a number beside it");
        if (line[row] !== variances[i])
          fail(`covariance[${row}][${row}]`, `needs the variance ${variances[i]}, got ${line[row]}`);
        rows.forEach((column, j) => {
          if (line[column] === undefined || line[column] !== covariance[column]?.[row])
            fail(`covariance[${row}][${column}]`, "needs a symmetric matrix");
          matrix.values[i * n + j] = line[column]!;
        });
      });
      if (!cholesky(matrix))
        fail(`covariance[${rows[0]}]`, "needs correlations that can be (positive definite)");
      return matrix;
    },
  };
}
