/**
 * One family of distributions on the real line: functions of a point or a probability and of the family's parameters.
 *
 * No function returns NaN: what is not in a function's domain is a RangeError that names it. An argument outside the
 * support is allowed and has density 0. Tails are accurate relative to themselves, not to 1, so use `survival` and
 * `survivalQuantile` for the upper tail instead of subtracting from 1.
 *
 * @typeParam P The parameters, in the field's order.
 */
export interface Distribution<P extends readonly (number | undefined)[]> {
  readonly name: string;
  /** Names of the parameters, as in error messages. */
  readonly parameters: readonly string[];
  /** Discrete laws live on whole numbers: their density is a probability, their quantile the smallest k with P(X ≤ k) ≥ p. */
  readonly kind: "continuous" | "discrete";
  /** Where the formulas come from. */
  readonly reference: string;
  /** The smallest and the largest value, or −∞ and ∞. */
  support(...parameters: P): [number, number];
  density(x: number, ...parameters: P): number;
  /** ln density; −∞ outside the support. */
  logDensity(x: number, ...parameters: P): number;
  /** P(X ≤ x). */
  cdf(x: number, ...parameters: P): number;
  /** P(X > x). */
  survival(x: number, ...parameters: P): number;
  /** ln P(X ≤ x), finite where the probability itself underflows. */
  logCdf(x: number, ...parameters: P): number;
  /** ln P(X > x), finite where the probability itself underflows. */
  logSurvival(x: number, ...parameters: P): number;
  /** The x with P(X ≤ x) = p; the ends of the support for 0 and 1. */
  quantile(p: number, ...parameters: P): number;
  /** The x with P(X > x) = p. */
  survivalQuantile(p: number, ...parameters: P): number;
  /** The expectation; ∞ where it diverges, null where it does not exist. */
  mean(...parameters: P): number | null;
  /** The variance; ∞ where it diverges, null where there is no finite mean. */
  variance(...parameters: P): number | null;
}
