import { riskRatio } from "../effect-measures/risk-ratio.ts";
import { type MantelHaenszelMeasure, sumOf } from "./mantel-haenszel-measure.ts";
import type { Cells } from "./two-by-two.ts";

const treated = ({ a, c, d, total }: Cells): number => (a * (c + d)) / total;
const control = ({ a, b, c, total }: Cells): number => (c * (a + b)) / total;

/**
 * Log risk ratio by Mantel and Haenszel, with the variance of Greenland and Robins.
 *
 * @see Greenland & Robins (1985), Biometrics 41:55–68. doi:10.2307/2530643
 * @example
 * mantelHaenszelRiskRatio.pool([{ a: 18, b: 4, c: 9, d: 11, total: 42 }]).estimate; // ln(18/22 ÷ 9/20)
 */
export const mantelHaenszelRiskRatio: MantelHaenszelMeasure = {
  reference: "Greenland & Robins (1985), Biometrics 41:55–68",
  effect: riskRatio,
  silent: ({ a, c }) => a === 0 && c === 0,
  weight: control,
  pool(tables) {
    const [r, s] = [sumOf(tables, treated), sumOf(tables, control)];
    const spread = sumOf(
      tables,
      ({ a, b, c, d, total }) => ((a + b) * (c + d) * (a + c)) / total ** 2 - (a * c) / total,
    );
    return { estimate: Math.log(r / s), variance: spread / (r * s) };
  },
};
