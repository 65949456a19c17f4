/**
 * A number with its first, and if wanted second, derivatives by n variables (forward mode, exact to rounding).
 *
 * Arithmetic is by method: `b.times(-x).exp()` for e^(−bx). The work grows as n², so it is meant for a dozen variables.
 *
 * @see Griewank & Walther (2008), Evaluating Derivatives, 2nd ed., sections 3.1 (gradients) and 13.2 (Hessians: the
 * Taylor coefficients of degree 2).
 * @example
 * const [x] = variables([3], 2);
 * x!.times(x!).hessian![0]; // 2
 */
export class Dual {
  readonly value: number;
  /** ∂/∂xᵢ, length n. */
  readonly gradient: Float64Array;
  /** ∂²/∂xᵢ∂xⱼ for j ≤ i, row after row, length n(n + 1)/2; null where only first derivatives are wanted. */
  readonly hessian: Float64Array | null;

  constructor(value: number, gradient: Float64Array, hessian: Float64Array | null) {
    this.value = value;
    this.gradient = gradient;
    this.hessian = hessian;
  }

  /**
   * Any function of one variable, from its value and derivatives at `this.value`.
   *
   * @see Griewank & Walther (2008), table 13.2: the chain rule to second order.
   */
  through(value: number, first: number, second: number): Dual {
    return this.linear(value, first, null, 0, second);
  }

  plus(other: Dual | number): Dual {
    if (typeof other === "number") return new Dual(this.value + other, this.gradient, this.hessian);
    return this.linear(this.value + other.value, 1, other, 1, 0);
  }

  minus(other: Dual | number): Dual {
    if (typeof other === "number") return new Dual(this.value - other, this.gradient, this.hessian);
    return this.linear(this.value - other.value, 1, other, -1, 0);
  }

  times(other: Dual | number): Dual {
    if (typeof other === "number") return this.linear(this.value * other, other, null, 0, 0);
    const product = this.linear(this.value * other.value, other.value, other, this.value, 0);
    if (product.hessian) addCross(product.hessian, this.gradient, other.gradient, 1);
    return product;
  }

  over(other: Dual | number): Dual {
    if (typeof other === "number") return this.linear(this.value / other, 1 / other, null, 0, 0);
    const value = this.value / other.value;
    const quotient = this.linear(value, 1 / other.value, other, -value / other.value, 0);
    if (quotient.hessian) addCross(quotient.hessian, quotient.gradient, other.gradient, -1 / other.value);
    return quotient;
  }

  negated(): Dual {
    return this.times(-1);
  }

  /** this^exponent; where the exponent is a Dual the base must be positive. */
  power(exponent: Dual | number): Dual {
    if (typeof exponent !== "number") return this.log().times(exponent).exp();
    const slope = exponent * (exponent - 1);
    return this.through(
      this.value ** exponent,
      exponent === 0 ? 0 : exponent * this.value ** (exponent - 1),
      slope === 0 ? 0 : slope * this.value ** (exponent - 2),
    );
  }

  exp(): Dual {
    const value = Math.exp(this.value);
    return this.through(value, value, value);
  }

  log(): Dual {
    return this.through(Math.log(this.value), 1 / this.value, -1 / this.value ** 2);
  }

  /** ln(1 + this), exact near 0. */
  log1p(): Dual {
    const inverse = 1 / (1 + this.value);
    return this.through(Math.log1p(this.value), inverse, -inverse * inverse);
  }

  sqrt(): Dual {
    const root = Math.sqrt(this.value);
    return this.through(root, 0.5 / root, -0.25 / (root * this.value));
  }

  tanh(): Dual {
    const value = Math.tanh(this.value);
    const slope = 1 / Math.cosh(this.value) ** 2;
    return this.through(value, slope, -2 * value * slope);
  }

  /** 1 / (1 + e^−this), with full relative accuracy in both tails of its slope. */
  logistic(): Dual {
    const value = 1 / (1 + Math.exp(-this.value));
    const rest = 1 / (1 + Math.exp(this.value));
    return this.through(value, value * rest, value * rest * (rest - value));
  }

  /** `value` with derivatives a · this + b · other + curvature · ∇this ∇thisᵀ. */
  private linear(value: number, a: number, other: Dual | null, b: number, curvature: number): Dual {
    const n = this.gradient.length;
    const gradient = new Float64Array(n);
    for (let i = 0; i < n; i++) gradient[i] = a * this.gradient[i]!;
    if (other) for (let i = 0; i < n; i++) gradient[i]! += b * other.gradient[i]!;
    if (!this.hessian) return new Dual(value, gradient, null);
    const hessian = new Float64Array(this.hessian.length);
    for (let k = 0; k < hessian.length; k++) hessian[k] = a * this.hessian[k]!;
    if (other?.hessian) for (let k = 0; k < hessian.length; k++) hessian[k]! += b * other.hessian[k]!;
    if (curvature !== 0) addCross(hessian, this.gradient, this.gradient, 0.5 * curvature);
    return new Dual(value, gradient, hessian);
  }
}

/** Adds factor · (u vᵀ + v uᵀ) to a packed matrix. */
function addCross(packed: Float64Array, u: Float64Array, v: Float64Array, factor: number): void {
  let k = 0;
  for (let i = 0; i < u.length; i++) {
    for (let j = 0; j <= i; j++, k++) packed[k]! += factor * (u[i]! * v[j]! + v[i]! * u[j]!);
  }
}

/**
 * The variables themselves: value xᵢ, derivative 1 by itself.
 *
 * @param x Point, length n.
 * @param order 1 for gradients, 2 for Hessians too.
 */
export function variables(x: ArrayLike<number>, order: 1 | 2): Dual[] {
  const n = x.length;
  return Array.from({ length: n }, (_, i) => {
    const gradient = new Float64Array(n);
    gradient[i] = 1;
    return new Dual(x[i]!, gradient, order === 2 ? new Float64Array((n * (n + 1)) / 2) : null);
  });
}
