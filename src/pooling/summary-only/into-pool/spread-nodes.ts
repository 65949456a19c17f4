import { gaussLegendre } from "../../../math/quadrature/gauss-legendre.ts";
import { N_REPLICATES, spreadPoints } from "./spread-points.ts";

/** Probabilities of the open standard deviations, with weights that add to 1. */
export interface SpreadNodes {
  points: ArrayLike<number>[];
  weights: number[];
  /** Which replicate each belongs to; all the same where there are none. */
  replicates: number[];
}

/** Up to this many open standard deviations are integrated by a product of Gauss–Legendre rules. */
export const MOST_BY_QUADRATURE = 2;

/** Points of each dimension, step by step finer, by the number of open standard deviations. */
const PER_DIMENSION: readonly (readonly number[])[] = [[1], [8, 16, 32, 64], [5, 10, 15]];
/** Points of each replicate where there are more. */
const PER_REPLICATE: readonly number[] = [16, 32, 64];

/** Product of the rule of n points on (0, 1). */
function productRule(n: number, nOpen: number): SpreadNodes {
  const rule = gaussLegendre(n);
  let [points, weights]: [number[][], number[]] = [[[]], [1]];
  for (let d = 0; d < nOpen; d++) {
    const [before, masses] = [points, weights];
    points = before.flatMap((point) => Array.from(rule.nodes, (node) => [...point, 0.5 + 0.5 * node]));
    weights = masses.flatMap((mass) => Array.from(rule.weights, (weight) => 0.5 * mass * weight));
  }
  return { points, weights, replicates: points.map(() => 0) };
}

function randomRule(n: number, nOpen: number, seed: number): SpreadNodes {
  const replicates = Array.from({ length: N_REPLICATES * n }, (_, i) => Math.floor(i / n));
  const points = Array.from({ length: N_REPLICATES }, (_, replicate) =>
    spreadPoints(n, nOpen, { seed, replicate }),
  ).flat();
  return { points, weights: points.map(() => 1 / points.length), replicates };
}

/** Rules for the average over the law, each finer than the one before. */
export function* spreadNodes(nOpen: number, seed: number): Generator<SpreadNodes, void> {
  if (nOpen <= MOST_BY_QUADRATURE) for (const n of PER_DIMENSION[nOpen]!) yield productRule(n, nOpen);
  else for (const n of PER_REPLICATE) yield randomRule(n, nOpen, seed);
}
