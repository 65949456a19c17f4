import { criticalValue } from "../../../inference/random-effects/mean-interval.ts";
import type { Estimate } from "../../../schema/estimate.ts";
import type { PooledResult } from "../../../schema/pooled-result.ts";
import type { Warning } from "../../../schema/provenance.ts";
import { defineImputation } from "./define-imputation.ts";
import { averageRow, completeDegrees, rubinOfMean, rubinRow } from "./imputed-pools.ts";
import type { SpreadCombination } from "./spread-combination.ts";

/** From this factor on the quantile of t shows that the degrees of freedom were made for more series. */
const SHOWS = 1.1;

function degreesWarnings(pools: readonly PooledResult[], { level }: Estimate): Warning[] {
  const complete = completeDegrees(pools);
  const { degreesOfFreedom } = rubinOfMean(pools);
  if (criticalValue(level, degreesOfFreedom) <= SHOWS * criticalValue(level, complete)) return [];
  const message = `Barnard and Rubin’s degrees of freedom were made for more series: here they fall from ${complete} to ${Number(degreesOfFreedom.toPrecision(2))} and make the interval wider than any that it is made of. Please read the average of these beside it`;
  return [{ code: "few-degrees-of-freedom", message }];
}

/**
 * Multiple imputation: standard deviations from evenly spread points of the law, a pool at each, and Rubin's rules with Barnard and
 * Rubin's degrees of freedom. The first 128 sets become more until the limits are known to 1 % of their distance.
 *
 * With few series these degrees of freedom are too few (½ for 2 series even where nothing is missing): `averagedImputation` has
 * no need of them.
 *
 * @see Rubin (1987), Multiple Imputation for Nonresponse in Surveys, section 3.1. doi:10.1002/9780470316696; Barnard & Rubin
 * (1999), Biometrika 86:948–955 (degrees of freedom). doi:10.1093/biomet/86.4.948
 * @example
 * poolSummaries(series, { measure: reliefMeanOfRatios, combination: multipleImputation }).missing.missingInformation; // 0.6
 */
export const multipleImputation: SpreadCombination = defineImputation({
  name: "multiple-imputation",
  label: "Multiple imputation, Rubin’s rules",
  reference: "Rubin (1987), doi:10.1002/9780470316696; Barnard & Rubin (1999), doi:10.1093/biomet/86.4.948",
  row: rubinRow,
  beside: { label: "Average of the imputed pools", row: averageRow },
  warnings: degreesWarnings,
});
