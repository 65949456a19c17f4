import { mean } from "../../../math/descriptive/mean.ts";
import { sampleStandardDeviation } from "../../../math/descriptive/sample-variance.ts";
import { meanInterval } from "./mean-interval.ts";
import { widestOverSamples } from "./over-samples.ts";
import type { SummaryInterval } from "./summary-interval.ts";
import { beyondBounds, tLimits, withWarnings } from "./t-limits.ts";

const LABEL = "Student's t, over every sample that fits";

/**
 * Student's t for the mean, widest over every sample that fits the report.
 *
 * @see Student (1908), Biometrika 6:1–25. doi:10.1093/biomet/6.1.1
 * @example
 * studentTOverSamples.layer; // "weak"
 */
export const studentTOverSamples: SummaryInterval = meanInterval({
  name: "student-t-over-samples",
  label: LABEL,
  reference: "Student (1908), Biometrika 6:1–25",
  layer: "weak",
  assumes:
    "Patients independent of each other, their mean near enough to normal, each on the step that the samples were reconstructed on",
  keepsBounds: false,
  quick: true,
  applies: ({ report, samples }) => report.n > 1 && samples !== null && samples.length > 0,
  limits: (evidence, level) => {
    const { n } = evidence.report;
    const limits = widestOverSamples(evidence, (sample) => {
      const { lower, upper } = tLimits(n, mean(sample), sampleStandardDeviation(sample) ?? 0, 1 / n, level);
      return [lower, upper];
    });
    return [withWarnings(limits, beyondBounds(LABEL, evidence.report, limits))];
  },
});
