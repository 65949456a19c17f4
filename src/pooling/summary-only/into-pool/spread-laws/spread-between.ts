import type { SpreadLaw, SpreadRange } from "./spread-law.ts";

function shared(own: SpreadRange, { lower, upper }: SpreadRange): SpreadRange {
  return { lower: Math.max(own.lower, lower), upper: Math.min(own.upper, upper) };
}

/**
 * Uniform on a range of one's own, such as the standard deviations of like series, where that is feasible.
 *
 * @param lower At least 0, in the unit of the standard deviation.
 * @param upper At least `lower`.
 * @throws {RangeError} when the ends are no range.
 * @see White, Higgins & Wood (2008), Stat Med 27:711–727 (missing numbers of a meta-analysis by a stated distribution).
 * doi:10.1002/sim.3008
 * @example
 * spreadBetween(10, 30).quantile({ lower: 0, upper: 20 }, 0.5); // 15
 */
export function spreadBetween(lower: number, upper: number): SpreadLaw {
  if (!(lower >= 0 && upper >= lower && upper < Infinity))
    throw new RangeError(`A range of standard deviations needs 0 ≤ lower ≤ upper, got ${lower} and ${upper}`);
  const own = { lower, upper };
  return {
    name: "between",
    label: `Uniform from ${lower} to ${upper}, where that is feasible`,
    reference: "White, Higgins & Wood (2008), doi:10.1002/sim.3008",
    parameters: own,
    problem(range) {
      const { lower: from, upper: to } = shared(own, range);
      if (from <= to) return undefined;
      return `no standard deviation from ${lower} to ${upper} is feasible, only ${Number(range.lower.toPrecision(4))} to ${Number(range.upper.toPrecision(4))}`;
    },
    support: (range) => shared(own, range),
    quantile(range, probability) {
      const { lower: from, upper: to } = shared(own, range);
      return from + probability * (to - from);
    },
  };
}
