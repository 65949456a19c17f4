import { type Matrix, zeros } from "../linear/matrix.ts";
import type { ValueAndGradient } from "./central-differences.ts";
import { type Dual, variables } from "./dual.ts";

/** A function of several variables written with dual numbers. */
export type DualFunction = (x: Dual[]) => Dual;

/** A value with its first and second derivatives. */
export interface SecondOrder {
  value: number;
  gradient: Float64Array;
  hessian: Matrix;
}

/**
 * Value, gradient and Hessian in one evaluation, without differences.
 *
 * @param f Function written with dual numbers.
 * @param x Point, length n; meant for n ≤ 12.
 * @returns Derivatives exact to rounding; not finite where the function isn't.
 * @see Griewank & Walther (2008), Evaluating Derivatives, 2nd ed., section 13.2.
 * @example
 * gradientAndHessian(([x, y]) => x!.times(y!), [2, 5]).gradient; // Float64Array [5, 2]
 */
export function gradientAndHessian(f: DualFunction, x: ArrayLike<number>): SecondOrder {
  const n = x.length;
  const result = f(variables(x, 2));
  const hessian = zeros(n, n);
  let k = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++, k++) {
      hessian.values[i * n + j] = result.hessian![k]!;
      hessian.values[j * n + i] = result.hessian![k]!;
    }
  }
  return { value: result.value, gradient: result.gradient, hessian };
}

/**
 * A dual-number function as minimisers take it: fills in the gradient and returns the value.
 *
 * @example
 * dualGradient(([x]) => x!.exp())(Float64Array.of(0), new Float64Array(1)); // 1
 */
export function dualGradient(f: DualFunction): ValueAndGradient {
  return (x, gradient) => {
    const result = f(variables(x, 1));
    gradient.set(result.gradient);
    return result.value;
  };
}
