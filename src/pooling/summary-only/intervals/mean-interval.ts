import {
  type SummaryEvidence,
  type SummaryInterval,
  type SummaryLimits,
  withoutLimits,
} from "./summary-interval.ts";

/**
 * An interval that works from one number per patient, refused by name where the printed mean is a ratio of two averages:
 * such a ratio is not the mean of anything a patient has, so that no bound or law of one patient's value holds for it.
 */
export function perPatientInterval(parts: SummaryInterval): SummaryInterval {
  const limits = (evidence: SummaryEvidence, level: number): SummaryLimits[] => {
    const { estimand, mean } = evidence.report;
    if (estimand !== "ratio-of-means" || mean === undefined) return parts.limits(evidence, level);
    const message = `${parts.label} needs the mean of one number per patient, and the report gives a ratio of two averages`;
    return [withoutLimits("ratio-of-means", message, parts.quantity === "mean" ? mean : null)];
  };
  return { ...parts, limits };
}

/** Such an interval for the mean. */
export function meanInterval(parts: Omit<SummaryInterval, "quantity">): SummaryInterval {
  return perPatientInterval({ ...parts, quantity: "mean" });
}
