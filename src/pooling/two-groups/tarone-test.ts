import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { mantelHaenszelOddsRatio } from "./mantel-haenszel-odds-ratio.ts";
import { nothingToTest, type TableTest } from "./table-test.ts";
import { type Cells, isUninformative, namedTables, type TwoByTwo } from "./two-by-two.ts";

/**
 * Tarone's test: do the tables share one odds ratio? Breslow and Day's, corrected for the pooled odds ratio being Mantel
 * and Haenszel's. Tables in which nobody, or everybody, had the event say nothing and don't count.
 *
 * @throws {InputError} when there is no table or a count can't be.
 * @throws {EstimationError} `not-identifiable` where fewer than two tables count or the pooled odds ratio is not finite.
 * @see Tarone (1985), Biometrika 72:91–95, equation 3; Breslow & Day (1980), IARC 32, section 4.4. doi:10.1093/biomet/72.1.91
 * @example
 * taroneTest([
 *   { events: 18, n: 22, events_control: 9, n_control: 20 }, { events: 3, n: 9, events_control: 3, n_control: 8 },
 * ]).degreesOfFreedom; // 1
 */
export function taroneTest(tables: readonly TwoByTwo[]): TableTest {
  const cells = namedTables(tables)
    .map((table) => table.cells)
    .filter((one) => !isUninformative(one));
  const { estimate } = mantelHaenszelOddsRatio.pool(cells);
  if (cells.length < 2 || !Number.isFinite(estimate))
    throw nothingToTest("Tarone's test", "two tables and a finite pooled odds ratio");
  let [sum, excess, information] = [0, 0, 0];
  for (const one of cells) {
    const expected = expectedEvents(one, Math.exp(estimate));
    const variance = fittedVariance(one, expected);
    sum += (one.a - expected) ** 2 / variance;
    excess += one.a - expected;
    information += variance;
  }
  const statistic = sum - excess ** 2 / information;
  const degreesOfFreedom = cells.length - 1;
  return { statistic, degreesOfFreedom, pValue: chiSquared.survival(statistic, degreesOfFreedom) };
}

/** Treated patients with the event in a table with the same sums and a given odds ratio: the root that leaves no cell < 0. */
function expectedEvents({ a, b, c, d }: Cells, odds: number): number {
  const [n, m, events] = [a + b, c + d, a + c];
  const linear = m - events + odds * (n + events);
  if (odds === 1) return (n * events) / (n + m);
  const root = Math.sqrt(linear ** 2 - 4 * (odds - 1) * odds * n * events);
  return (2 * odds * n * events) / (linear + root);
}

/** Variance of the first cell, given the sums and the cells expected. */
function fittedVariance({ a, b, c, d }: Cells, expected: number): number {
  const [n, m, events] = [a + b, c + d, a + c];
  return 1 / (1 / expected + 1 / (n - expected) + 1 / (events - expected) + 1 / (m - events + expected));
}
