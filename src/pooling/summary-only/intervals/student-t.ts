import { likelySpread } from "./known-spread.ts";
import { meanInterval } from "./mean-interval.ts";
import type { SummaryInterval } from "./summary-interval.ts";
import { hasCenterAndSpread, NORMAL_PATIENTS, tRow } from "./t-interval.ts";

const LABEL = "Student's t";

/**
 * Student's t for the mean, from the reported standard deviation or the one that follows from the range.
 *
 * @see Student (1908), Biometrika 6:1–25. doi:10.1093/biomet/6.1.1
 * @example
 * studentTMean.layer; // "parametric"
 */
export const studentTMean: SummaryInterval = meanInterval({
  name: "student-t",
  label: LABEL,
  reference: "Student (1908), Biometrika 6:1–25",
  layer: "parametric",
  assumes: NORMAL_PATIENTS,
  keepsBounds: false,
  quick: true,
  applies: hasCenterAndSpread,
  limits: (evidence, level) => {
    const row = tRow(LABEL, evidence, level, (n) => 1 / n);
    const spread = likelySpread(evidence);
    return [
      spread && row.lower !== null
        ? { ...row, standardError: spread.sd / Math.sqrt(evidence.report.n) }
        : row,
    ];
  },
});
