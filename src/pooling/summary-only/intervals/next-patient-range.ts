import { type SummaryInterval, withoutLimits } from "./summary-interval.ts";

/**
 * The least and the greatest value as limits of the next patient's: of n + 1 patients alike, each is as likely to be the
 * least or the greatest.
 *
 * The level, (n − 1)/(n + 1), comes from n alone.
 *
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., section 7.3. doi:10.1002/0471722162
 * @example
 * nextPatientRange.quantity; // "next-patient"
 */
export const nextPatientRange: SummaryInterval = {
  name: "next-patient-range",
  label: "Next patient, by least and greatest value",
  reference: "David & Nagaraja (2003), Order Statistics, 3rd ed., section 7.3",
  layer: "bounds-only",
  quantity: "next-patient",
  assumes: "The next patient is one of the same kind as those reported",
  keepsBounds: true,
  quick: true,
  applies: ({ report }) => report.minimum !== undefined && report.maximum !== undefined,
  limits: ({ report: { n, minimum, maximum } }) => {
    if (n < 2)
      return [withoutLimits("too-few-patients", "One patient's value gives no limits of the next patient's")];
    return [{ estimate: null, lower: minimum!, upper: maximum!, level: (n - 1) / (n + 1) }];
  },
};
