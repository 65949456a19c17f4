import { riskDifference } from "../effect-measures/risk-difference.ts";
import { type MantelHaenszelMeasure, sumOf } from "./mantel-haenszel-measure.ts";
import type { Cells } from "./two-by-two.ts";

const weight = ({ a, b, c, d, total }: Cells): number => ((a + b) * (c + d)) / total;

/**
 * Risk difference by Mantel and Haenszel's weights, with the variance of Sato, Greenland and Robins.
 *
 * @see Greenland & Robins (1985), Biometrics 41:55–68; Sato, Greenland & Robins (1989), Biometrics 45:1323–1324.
 * doi:10.2307/2530643, doi:10.2307/2531784
 * @example
 * mantelHaenszelRiskDifference.pool([{ a: 18, b: 4, c: 9, d: 11, total: 42 }]).estimate; // 18/22 − 9/20
 */
export const mantelHaenszelRiskDifference: MantelHaenszelMeasure = {
  reference: "Greenland & Robins (1985); Sato, Greenland & Robins (1989), Biometrics 45:1323–1324",
  effect: riskDifference,
  silent: () => false,
  weight,
  pool(tables) {
    const weights = sumOf(tables, weight);
    const estimate = sumOf(tables, ({ a, b, c, d, total }) => (a * (c + d) - c * (a + b)) / total) / weights;
    const skew = sumOf(tables, ({ a, b, c, d, total }) => {
      const [n, m] = [a + b, c + d];
      return (n ** 2 * c - m ** 2 * a + 0.5 * n * m * (m - n)) / total ** 2;
    });
    const spread = sumOf(tables, ({ a, b, c, d, total }) => (0.5 * (a * d + b * c)) / total);
    return { estimate, variance: (estimate * skew + spread) / weights ** 2 };
  },
};
