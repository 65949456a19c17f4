/** The draws of one chain, and how each was made. */
export interface Chain {
  dimension: number;
  nDraws: number;
  /** Positions, draw after draw: nDraws × dimension. */
  draws: Float64Array;
  /** ln density of each draw, up to the target's constant. */
  logDensity: Float64Array;
  /** Hamiltonian of each draw. */
  energy: Float64Array;
  /** Mean acceptance along each trajectory, in [0, 1]. */
  acceptance: Float64Array;
  treeDepth: Uint8Array;
  /** Leapfrog steps of each trajectory: one evaluation of the target each. */
  nLeapfrog: Uint32Array;
  /** 1 where the trajectory diverged. */
  divergent: Uint8Array;
  /** What the warm-up settled on. */
  stepSize: number;
  maxTreeDepth: number;
  /** Estimated variances, or covariance by rows, that the momenta were scaled by. */
  inverseMetric: Float64Array;
}

/** A chain of which no draw is made yet. */
export function emptyChain(dimension: number, nDraws: number, maxTreeDepth: number): Chain {
  return {
    dimension,
    nDraws,
    draws: new Float64Array(nDraws * dimension),
    logDensity: new Float64Array(nDraws),
    energy: new Float64Array(nDraws),
    acceptance: new Float64Array(nDraws),
    treeDepth: new Uint8Array(nDraws),
    nLeapfrog: new Uint32Array(nDraws),
    divergent: new Uint8Array(nDraws),
    stepSize: Number.NaN,
    maxTreeDepth,
    inverseMetric: new Float64Array(0),
  };
}

/** One value for each draw of a chain. */
export function valuesOf(chain: Chain, value: (position: Float64Array) => number): Float64Array {
  const { draws, dimension, nDraws } = chain;
  return Float64Array.from({ length: nDraws }, (_, i) =>
    value(draws.subarray(i * dimension, (i + 1) * dimension)),
  );
}
