import { needsEnd, type SpreadLaw } from "./spread-law.ts";

/**
 * Every ratio of standard deviations is as likely as any other: Jeffreys' density of a scale, cut to the feasible set. It has
 * no value where 0 is feasible.
 *
 * @see Jeffreys (1946), Proc R Soc A 186:453–461. doi:10.1098/rspa.1946.0056
 * @example
 * logUniformSpread.quantile({ lower: 5, upper: 20 }, 0.5); // 10
 */
export const logUniformSpread: SpreadLaw = {
  name: "log-uniform",
  label: "Log-uniform on the feasible set",
  reference: "Jeffreys (1946), doi:10.1098/rspa.1946.0056",
  parameters: {},
  problem(range) {
    if (range.lower > 0) return needsEnd(range);
    return "a log-uniform law needs a lowest standard deviation above 0, and this report allows 0: give minimum and maximum, or another law";
  },
  support: (range) => range,
  quantile: ({ lower, upper }, probability) =>
    lower === upper ? lower : lower * (upper / lower) ** probability,
};
