import { hypergeometric } from "../../math/distributions/hypergeometric.ts";
import { bracketRoot } from "../../math/optimize/bracket-root.ts";
import { findRoot } from "../../math/optimize/find-root.ts";

/** Periods of one block: how many of each treatment there are, and how many responded. */
export interface ResponseStratum {
  nTreated: number;
  nReference: number;
  treatedResponses: number;
  responses: number;
}

/** How many treated periods respond, given how many do in each stratum, when the odds ratio is 1. */
export interface ConditionalLaw {
  smallest: number;
  /** Of smallest, smallest + 1, …; they sum to 1. */
  probabilities: number[];
}

function lawOfStratum({ nTreated, nReference, responses }: ResponseStratum): ConditionalLaw {
  const smallest = Math.max(0, responses - nReference);
  const largest = Math.min(nTreated, responses);
  const probabilities = Array.from({ length: largest - smallest + 1 }, (_, i) =>
    hypergeometric.density(smallest + i, nTreated, nReference, responses),
  );
  return { smallest, probabilities };
}

/** The law of the responses under the treatment over all strata. */
export function conditionalLaw(strata: readonly ResponseStratum[]): ConditionalLaw {
  return strata.map(lawOfStratum).reduce((law, next) => {
    const length = law.probabilities.length + next.probabilities.length - 1;
    const probabilities = new Array<number>(length).fill(0);
    law.probabilities.forEach((p, i) => {
      next.probabilities.forEach((q, j) => {
        probabilities[i + j]! += p * q;
      });
    });
    return { smallest: law.smallest + next.smallest, probabilities };
  });
}

/** The law at another log odds ratio. */
function tilted({ probabilities }: ConditionalLaw, logOddsRatio: number): number[] {
  const exponents = probabilities.map((p, i) => Math.log(p) + i * logOddsRatio);
  const largest = Math.max(...exponents);
  const weights = exponents.map((exponent) => Math.exp(exponent - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** P(at least `count`) at a log odds ratio (side 1), or at most (side −1). */
export function conditionalTail(
  law: ConditionalLaw,
  count: number,
  side: 1 | -1,
  logOddsRatio: number,
): number {
  const place = count - law.smallest;
  return tilted(law, logOddsRatio).reduce((sum, p, i) => (side * (i - place) >= 0 ? sum + p : sum), 0);
}

function root(f: (x: number) => number): number {
  const ends = bracketRoot(f, -1, 1);
  return findRoot(f, ends![0], ends![1])!;
}

/** The log odds ratio at which a tail has a probability; null where none has it, at the end of the law. */
export function tailLimit(
  law: ConditionalLaw,
  count: number,
  side: 1 | -1,
  probability: number,
): number | null {
  const end = side > 0 ? law.smallest : law.smallest + law.probabilities.length - 1;
  if (count === end) return null;
  const target = Math.log(probability);
  return root((x) => side * (Math.log(conditionalTail(law, count, side, x)) - target));
}

/** The conditional maximum-likelihood estimate of the log odds ratio; null at the ends of the law, where it is infinite. */
export function conditionalMaximum(law: ConditionalLaw, count: number): number | null {
  const place = count - law.smallest;
  const last = law.probabilities.length - 1;
  if (place === 0 || place === last) return null;
  return root((x) => tilted(law, x).reduce((sum, p, i) => sum + i * p, 0) - place);
}

/** Standard error of that estimate from the information: 1/√(variance of the count). */
export function conditionalError(law: ConditionalLaw, logOddsRatio: number): number {
  const probabilities = tilted(law, logOddsRatio);
  const mean = probabilities.reduce((sum, p, i) => sum + i * p, 0);
  return 1 / Math.sqrt(probabilities.reduce((sum, p, i) => sum + (i - mean) ** 2 * p, 0));
}
