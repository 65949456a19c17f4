import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { hypergeometricMoments } from "../effect-measures/hypergeometric-moments.ts";
import { nothingToTest, type TableTest } from "./table-test.ts";
import { namedTables, type TwoByTwo } from "./two-by-two.ts";

/**
 * Cochran–Mantel–Haenszel test: is there an effect, given one common odds ratio?
 *
 * @param options.continuity Whether the distance from the expectation is shortened by a half; default true.
 * @throws {InputError} when there is no table or a count can't be.
 * @throws {EstimationError} `not-identifiable` where nobody, or everybody, had the event in every table.
 * @see Mantel & Haenszel (1959), J Natl Cancer Inst 22:719–748, equation 3. doi:10.1093/jnci/22.4.719
 * @example
 * cochranMantelHaenszelTest([{ events: 18, n: 22, events_control: 9, n_control: 20 }]).pValue; // 0.03245705071929546
 */
export function cochranMantelHaenszelTest(
  tables: readonly TwoByTwo[],
  { continuity = true }: { continuity?: boolean } = {},
): TableTest {
  let [excess, information] = [0, 0];
  for (const { summary } of namedTables(tables)) {
    const { observed, expected, variance } = hypergeometricMoments(summary);
    excess += observed - expected;
    information += variance;
  }
  if (!(information > 0)) throw nothingToTest("Cochran–Mantel–Haenszel test", "events and non-events");
  const distance = Math.max(0, Math.abs(excess) - (continuity ? 0.5 : 0));
  const statistic = distance ** 2 / information;
  return { statistic, degreesOfFreedom: 1, pValue: chiSquared.survival(statistic, 1) };
}
