import { oddsRatio } from "../effect-measures/odds-ratio.ts";
import { type MantelHaenszelMeasure, sumOf } from "./mantel-haenszel-measure.ts";
import { type Cells, isUninformative } from "./two-by-two.ts";

const ad = ({ a, d, total }: Cells): number => (a * d) / total;
const bc = ({ b, c, total }: Cells): number => (b * c) / total;

/**
 * Log odds ratio by Mantel and Haenszel, with the variance of Robins, Breslow and Greenland, which holds for many small
 * tables and for few large ones.
 *
 * @see Mantel & Haenszel (1959), J Natl Cancer Inst 22:719–748; Robins, Breslow & Greenland (1986), Biometrics 42:311–323.
 * doi:10.1093/jnci/22.4.719, doi:10.2307/2531052
 * @example
 * mantelHaenszelOddsRatio.pool([{ a: 18, b: 4, c: 9, d: 11, total: 42 }]).estimate; // ln 5.5
 */
export const mantelHaenszelOddsRatio: MantelHaenszelMeasure = {
  reference: "Mantel & Haenszel (1959); Robins, Breslow & Greenland (1986), Biometrics 42:311–323",
  effect: oddsRatio,
  silent: isUninformative,
  weight: bc,
  pool(tables) {
    const [r, s] = [sumOf(tables, ad), sumOf(tables, bc)];
    const agree = ({ a, d, total }: Cells): number => (a + d) / total;
    const differ = ({ b, c, total }: Cells): number => (b + c) / total;
    const first = sumOf(tables, (cells) => agree(cells) * ad(cells)) / r ** 2;
    const mixed = sumOf(tables, (cells) => agree(cells) * bc(cells) + differ(cells) * ad(cells)) / (r * s);
    const last = sumOf(tables, (cells) => differ(cells) * bc(cells)) / s ** 2;
    return { estimate: Math.log(r / s), variance: 0.5 * (first + mixed + last) };
  },
};
