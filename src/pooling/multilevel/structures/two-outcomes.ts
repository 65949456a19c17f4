import type { MixedData } from "../mixed-data.ts";
import { type Covariance, outcomeSpread } from "./outcome-spread.ts";
import type { RandomStructure } from "./random-structure.ts";

/** L Lᵀ for L with rows (a, 0) and (b, c). */
export function outcomeCovariance([a, b, c]: ArrayLike<number> & Iterable<number>): Covariance {
  return [a! * a!, a! * b!, b! * b! + c! * c!];
}

function slopeOf([a, b, c]: number[], which: number): Covariance {
  const slopes: readonly Covariance[] = [
    [2 * a!, b!, 0],
    [0, a!, 2 * b!],
    [0, 0, 2 * c!],
  ];
  return slopes[which]!;
}

/**
 * Two outcomes of a series, such as relief and its duration, whose true values vary together: two variances and a correlation, held
 * by the triangular factor of their covariance, so that it can always be one.
 *
 * @param outcomes 0 or 1 for every row.
 * @see van Houwelingen, Arends & Stijnen (2002), Stat Med 21:589–624, section 5. doi:10.1002/sim.1040
 */
export function twoOutcomes(data: MixedData, outcomes: readonly number[]): RandomStructure {
  const spread = outcomeSpread(data, outcomes);
  return {
    nParameters: 3,
    lower: [-Infinity, -Infinity, -Infinity],
    starts: [
      [1, 0, 1],
      [1, 0.7, 0.7],
      [1, -0.7, 0.7],
      [0.2, 0, 0.2],
      [0.2, 0, 1],
      [1, 0, 0.2],
    ],
    factors: ([first, second]) => [first!, second!, second!],
    addTo(matrix, block, parameters) {
      const own = spread(block, outcomeCovariance(Array.from(parameters)));
      for (let i = 0; i < own.values.length; i++) matrix.values[i]! += own.values[i]!;
    },
    derivative: (block, parameters, which) => spread(block, slopeOf(Array.from(parameters), which)),
  };
}
