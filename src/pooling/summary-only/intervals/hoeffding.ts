import { meanOnlyInterval } from "./known-bounds.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/**
 * Hoeffding's interval of a bounded mean: x̄ ± √(ln(2/α)/2n), the same width whatever the mean.
 *
 * @see Hoeffding (1963), J Am Stat Assoc 58:13–30, equation 2.3. doi:10.1080/01621459.1963.10500830
 * @example
 * boundedMeanInterval({ n: 5, mean: 73.4, lower: 0, upper: 100 }, { method: hoeffding }).lower; // 12.66
 */
export const hoeffding: SummaryInterval = meanOnlyInterval({
  name: "hoeffding",
  label: "Hoeffding",
  reference: "Hoeffding (1963), J Am Stat Assoc 58:13–30",
  lowerLimit: (n, mean, tail) => Math.max(0, mean - Math.sqrt(-Math.log(tail) / (2 * n))),
});
