import { defineImputation } from "./define-imputation.ts";
import { averageRow, rubinRow } from "./imputed-pools.ts";
import type { SpreadCombination } from "./spread-combination.ts";

/**
 * Multiple imputation by the average of the t distributions behind the imputed pools, which Rubin's rules put into one t: the
 * default. It needs no degrees of freedom of its own, and so stays sensible with two or three series; Rubin's rules stand beside.
 *
 * @see Rubin (1987), Multiple Imputation for Nonresponse in Surveys, result 3.1. doi:10.1002/9780470316696; Zhou & Reiter (2010),
 * Am Stat 64:159–163 (at least 100 sets). doi:10.1198/tast.2010.09109
 * @example
 * poolSummaries(series, { measure: reliefMeanOfRatios, combination: averagedImputation }).companions[0]?.label; // "Rubin’s rules"
 */
export const averagedImputation: SpreadCombination = defineImputation({
  name: "averaged-imputation",
  label: "Multiple imputation, average of the pools",
  reference: "Rubin (1987), doi:10.1002/9780470316696; Zhou & Reiter (2010), doi:10.1198/tast.2010.09109",
  row: averageRow,
  beside: { label: "Rubin’s rules", row: rubinRow },
});
