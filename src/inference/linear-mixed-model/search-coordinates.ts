import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { PreparedModel } from "./prepare-mixed-model.ts";
import type { RelativeCovariance } from "./profiled-deviance.ts";

/** What one coordinate of the search stands for. */
export type CoordinateKind = "spread" | "covariance" | "ratio" | "correlation";

/** One coordinate of the search. */
export interface Coordinate {
  kind: CoordinateKind;
  /** Term or stratum; 0 for the correlation. */
  of: number;
  lower: number;
  upper: number;
}

/** The search's line of numbers, and what they mean. */
export interface SearchCoordinates {
  list: readonly Coordinate[];
  /** The relative covariance at a point of the search. */
  decode(at: ArrayLike<number>): RelativeCovariance;
}

/** Relative standard deviations beyond this, and ratios of strata beyond its root, can't be told from infinite ones. */
const LARGEST_SPREAD = 1e6;

/** Λ's free entries term by term, ln of each further stratum's ratio, the correlation. */
export function searchCoordinates(model: PreparedModel): SearchCoordinates {
  const { terms, strata, correlation, typicalGap } = model;
  const list: Coordinate[] = terms.flatMap(({ entries }, of) =>
    entries.map(([row, column]) => ({
      kind: row === column ? ("spread" as const) : ("covariance" as const),
      of,
      lower: -LARGEST_SPREAD,
      upper: LARGEST_SPREAD,
    })),
  );
  const widest = Math.log(LARGEST_SPREAD) / 2;
  for (let of = 1; of < strata.length; of++) list.push({ kind: "ratio", of, lower: -widest, upper: widest });
  const { parameter } = correlation;
  if (parameter) {
    const [lower, upper] = parameter.coordinates;
    list.push({ kind: "correlation", of: 0, lower, upper });
  }
  const decode = (at: ArrayLike<number>): RelativeCovariance => {
    let next = 0;
    const factors = terms.map(({ columns: { length: q }, entries }): Matrix => {
      const lambda = zeros(q, q);
      for (const [row, column] of entries) lambda.values[row * q + column] = at[next++]!;
      return lambda;
    });
    const ratios = new Float64Array(strata.length).fill(1);
    for (let s = 1; s < strata.length; s++) ratios[s] = Math.exp(at[next++]!);
    return { factors, ratios, phi: parameter ? parameter.fromCoordinate(at[next]!, typicalGap) : 0 };
  };
  return { list, decode };
}
