import { needsEnd, type SpreadLaw } from "./spread-law.ts";

/**
 * Every feasible standard deviation is as likely as any other: the default.
 *
 * @see Jaynes (1957), Phys Rev 106:620–630 (the least that can be assumed on a bounded range is a flat density).
 * doi:10.1103/PhysRev.106.620
 * @example
 * uniformSpread.quantile({ lower: 10, upper: 20 }, 0.25); // 12.5
 */
export const uniformSpread: SpreadLaw = {
  name: "uniform",
  label: "Uniform on the feasible set",
  reference: "Jaynes (1957), doi:10.1103/PhysRev.106.620",
  parameters: {},
  problem: needsEnd,
  support: (range) => range,
  quantile: ({ lower, upper }, probability) => lower + probability * (upper - lower),
};
