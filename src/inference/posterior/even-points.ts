import { randomStream } from "../../math/random/random-stream.ts";
import { sobolPoints } from "../../math/random/sobol.ts";

const MOST_DIMENSIONS = 64;

/**
 * Points of the unit cube, another set for each seed and index: scrambled Sobol points as far as these go, plain random
 * numbers beyond.
 *
 * @returns By rows, nPoints × dimension.
 */
export function evenPoints(nPoints: number, dimension: number, seed: number, index: number): Float64Array {
  const stream = randomStream(seed, index);
  if (dimension <= MOST_DIMENSIONS) {
    return sobolPoints(nPoints, dimension, Math.floor(stream.uniform() * 2 ** 52)).values;
  }
  return Float64Array.from({ length: nPoints * dimension }, () => stream.uniform());
}
