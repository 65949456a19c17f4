import type { MixedData } from "../mixed-data.ts";
import { type Covariance, outcomeSpread } from "./outcome-spread.ts";
import type { RandomStructure } from "./random-structure.ts";

type Parameters = readonly [number, number, number];

function covarianceOf([first, second, correlation]: Parameters): Covariance {
  return [first * first, correlation * first * second, second * second];
}

function slopeOf([first, second, correlation]: Parameters, which: number): Covariance {
  const slopes: readonly Covariance[] = [
    [2 * first, correlation * second, 0],
    [0, correlation * first, 2 * second],
    [0, first * second, 0],
  ];
  return slopes[which]!;
}

/**
 * Two outcomes of a series as `twoOutcomes` has them, by both standard deviations and the correlation themselves, each of which can
 * then be held where a profile needs it.
 *
 * @param outcomes 0 or 1 for every row.
 */
export function correlatedOutcomes(data: MixedData, outcomes: readonly number[]): RandomStructure {
  const spread = outcomeSpread(data, outcomes);
  const read = (parameters: ArrayLike<number>): Parameters => [
    parameters[0]!,
    parameters[1]!,
    parameters[2]!,
  ];
  return {
    nParameters: 3,
    lower: [0, 0, -1],
    upper: [Infinity, Infinity, 1],
    starts: [
      [1, 1, 0],
      [1, 1, 0.7],
      [1, 1, -0.7],
      [0.2, 0.2, 0],
    ],
    factors: ([first, second]) => [first!, second!, 1],
    addTo(matrix, block, parameters) {
      const own = spread(block, covarianceOf(read(parameters)));
      for (let i = 0; i < own.values.length; i++) matrix.values[i]! += own.values[i]!;
    },
    derivative: (block, parameters, which) => spread(block, slopeOf(read(parameters), which)),
  };
}
