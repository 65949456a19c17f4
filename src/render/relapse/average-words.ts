import type { RelapseAverage } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatEstimateWithInterval } from "../format-number.ts";
import { nextInWords } from "./relapse-summary.ts";

const WEIGHINGS: Readonly<Record<string, string>> = {
  "marginal-likelihood":
    "how well each foretold the courses (marginal likelihood), all being as likely before",
  aicc: "AICc",
};

/** What the laws are weighed by. */
export function weighingInWords({ weighting }: RelapseAverage): string {
  return `The laws are weighed by ${WEIGHINGS[weighting] ?? weighting}.`;
}

/** The averaged median and the next relapse. */
export function averageAnswer({ estimates, models }: RelapseAverage): string {
  const median = findEstimate(estimates, "median");
  const n = models.filter(({ weight }) => weight !== null).length;
  const words = median ? `${formatEstimateWithInterval(median)}, averaged over ${n} laws` : "not computed";
  return [`Median time to relapse: ${words}.`, ...nextInWords(estimates)].join(" ");
}
