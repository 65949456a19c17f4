import { betaQuantile } from "../../../math/distributions/beta.ts";
import { type SummaryInterval, withoutLimits } from "./summary-interval.ts";

/**
 * The share of all patients whose value lies between the least and the greatest reported, and its one-sided lower limit:
 * a tolerance interval read backwards.
 *
 * @see Wilks (1941), Ann Math Stat 12:91–96. doi:10.1214/aoms/1177731788
 * @example
 * shareInRange.quantity; // "share-in-range"
 */
export const shareInRange: SummaryInterval = {
  name: "share-in-range",
  label: "Share of patients between least and greatest value",
  reference: "Wilks (1941), Ann Math Stat 12:91–96",
  layer: "bounds-only",
  quantity: "share-in-range",
  assumes:
    "Patients independent of each other and alike in their chances; no two values tied; a lower limit alone",
  keepsBounds: true,
  quick: true,
  applies: ({ report }) => report.minimum !== undefined && report.maximum !== undefined,
  limits: ({ report: { n } }, level) => {
    if (n < 2)
      return [withoutLimits("too-few-patients", "One patient's value says nothing of how far others spread")];
    return [{ estimate: (n - 1) / (n + 1), lower: betaQuantile(1 - level, "lower", n - 1, 2), upper: 1 }];
  },
};
