import { poolMantelHaenszel } from "../two-groups/mantel-haenszel.ts";
import type { MantelHaenszelMeasure } from "../two-groups/mantel-haenszel-measure.ts";
import { mantelHaenszelOddsRatio } from "../two-groups/mantel-haenszel-odds-ratio.ts";
import { mantelHaenszelRiskDifference } from "../two-groups/mantel-haenszel-risk-difference.ts";
import { mantelHaenszelRiskRatio } from "../two-groups/mantel-haenszel-risk-ratio.ts";
import type { PoolMethod } from "./pool-method.ts";
import { tablesMethod } from "./tables-method.ts";

const measures: readonly MantelHaenszelMeasure[] = [
  mantelHaenszelOddsRatio,
  mantelHaenszelRiskRatio,
  mantelHaenszelRiskDifference,
];

/**
 * One common effect of fourfold tables by Mantel and Haenszel, nothing being added to zeros.
 *
 * @see Mantel & Haenszel (1959), J Natl Cancer Inst 22:719–748. doi:10.1093/jnci/22.4.719
 */
export const mantelHaenszel: PoolMethod = tablesMethod({
  name: "mantel-haenszel",
  label: "Mantel–Haenszel",
  reference: "Mantel & Haenszel (1959), doi:10.1093/jnci/22.4.719",
  measures: [
    mantelHaenszelOddsRatio.effect,
    mantelHaenszelRiskRatio.effect,
    mantelHaenszelRiskDifference.effect,
  ],
  pool: (tables, asked, level) =>
    poolMantelHaenszel(tables, {
      measure: measures.find(({ effect }) => effect === asked)!,
      ...(level !== undefined && { level }),
    }),
});
