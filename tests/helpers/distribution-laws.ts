import fc from "fast-check";
import { describe } from "vitest";
import { type Distribution, distributions } from "../../src/math/distributions/index.ts";

export const seed = 20_040_601;

/** A parameter's domain: its ends and its middle, and values that are refused. */
export interface Domain {
  extremes: number[];
  wrong: number[];
}

const positive = { extremes: [1e-10, 1, 1e10], wrong: [Number.NaN, 0, -1, Infinity, -Infinity] };
const degrees = { extremes: [1e-10, 1, 1e10, Infinity], wrong: [Number.NaN, 0, -1, -Infinity] };
const real = { extremes: [-1e10, 0, 1e-10, 1e10], wrong: [Number.NaN, Infinity, -Infinity] };
const count = { extremes: [0, 1, 1e10], wrong: [Number.NaN, -1, 0.5, Infinity] };
const share = { extremes: [0, 1e-10, 0.5, 1], wrong: [Number.NaN, -0.1, 1.1, Infinity] };
const nonnegative = { extremes: [0, 1e-10, 1, 1e10], wrong: [Number.NaN, -1, Infinity, -Infinity] };
const groups = { extremes: [3], wrong: [Number.NaN, 1, 2.5, 1001, Infinity] };

/** The domains of every family's parameters. */
export const domainsOf: Record<string, Domain[]> = {
  normal: [real, positive],
  studentT: [degrees],
  chiSquared: [positive],
  fDistribution: [positive, positive],
  beta: [positive, positive],
  gamma: [positive, positive],
  weibull: [positive, positive],
  logNormal: [real, positive],
  logistic: [real, positive],
  logLogistic: [positive, positive],
  exponential: [positive],
  binomial: [count, share],
  poisson: [nonnegative],
  hypergeometric: [count, count, count],
  noncentralT: [degrees, real],
  noncentralChiSquared: [positive, nonnegative],
  studentizedRange: [groups, degrees],
};

/** Parameters that each family is tried with: ordinary, small and large. */
export const parametersOf: Record<string, number[][]> = {
  normal: [[], [3, 0.2], [-1e5, 40]],
  studentT: [[1], [2.5], [0.3], [30], [1e6], [Infinity]],
  chiSquared: [[1], [0.2], [7], [1e4]],
  fDistribution: [[1, 10], [3.5, 4.5], [0.4, 0.7], [200, 1e5]],
  beta: [[2, 3], [0.5, 0.5], [0.02, 5], [40, 1.5], [2e4, 3e5]],
  gamma: [[1], [0.05, 3], [4.2, 0.1], [25, 2], [1e6]],
  weibull: [[1.5, 3], [0.3], [40, 100]],
  logNormal: [[], [2, 0.05], [-3, 2.5]],
  logistic: [[], [-2, 30]],
  logLogistic: [[1], [2.5, 30], [0.4, 0.01], [60, 2]],
  exponential: [[], [0.01]],
  binomial: [[1, 0.3], [12, 0.5], [40, 0.01], [2000, 0.7], [5, 0], [5, 1], [0, 0.4]],
  poisson: [[0.05], [3.3], [150], [1e6], [0]],
  hypergeometric: [[5, 7, 4], [30, 3, 20], [400, 600, 100], [3, 0, 2], [0, 3, 2]],
  noncentralT: [[10, 1], [3, -2.5], [60, 4]],
  noncentralChiSquared: [[3, 2], [0.5, 1], [20, 30]],
  studentizedRange: [[3, 10], [2, 4]],
}; // biome-ignore format: a family a line

/** Probabilities from 1e-300 to ½, as many middling as small. */
export const probability: fc.Arbitrary<number> = fc.oneof(
  fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
  fc.double({ min: -27.6, max: -0.7, noNaN: true }).map(Math.exp),
  fc.double({ min: -690, max: -27.6, noNaN: true }).map(Math.exp),
);

/** How often a property is tried: laws that are integrated numerically take milliseconds. */
export function runsFor({ name }: { name: string }): number {
  return name === "studentizedRange" ? 5 : name.startsWith("noncentral") ? 30 : 150;
}

/** The relative accuracy asked of every tail. */
export function tolerance(tail: number): number {
  return 1e-13 + 1e-15 * Math.abs(Math.log(Math.max(tail, 5e-324)));
}

/** Runs the same tests on every family of one kind, or of both, with each of its parameters. */
export function describeLaws(
  tests: (law: Distribution<number[]>, parameters: number[]) => void,
  kind?: "continuous" | "discrete",
): void {
  for (const law of distributions) {
    if (law.kind !== (kind ?? law.kind)) continue;
    for (const parameters of parametersOf[law.name] ?? []) {
      describe(`${law.name}(${parameters.join(", ")})`, () => tests(law, parameters));
    }
  }
}
