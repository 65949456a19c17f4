import type { SeriesSummary } from "../../schema/series.ts";
import type { EffectMeasureDefinition, EffectMeasureSettings } from "./define-effect-measure.ts";
import { smallSampleCorrection } from "./small-sample-correction.ts";
import { finite, positive, whole, within } from "./summary-check.ts";

/** What measures of change within patients have in common. A change is after minus before. */
export const beforeAndAfter: Pick<EffectMeasureDefinition, "group" | "needs" | "checks"> = {
  group: "before and after",
  needs: ["n", "mean_before", "mean_after", "sd_before", "sd_after", "correlation"],
  checks: [
    whole("n", 2),
    finite("mean_before"),
    finite("mean_after"),
    positive("sd_before"),
    positive("sd_after"),
    within("correlation", -1, 1),
  ],
};

/** The same where the correction for few patients needs two degrees of freedom. */
export const beforeAndAfterOfThree: typeof beforeAndAfter = {
  ...beforeAndAfter,
  checks: [whole("n", 3), ...beforeAndAfter.checks.slice(1)],
};

/** The same where logs of both means are taken. */
export const positiveBeforeAndAfter: typeof beforeAndAfter = {
  ...beforeAndAfter,
  checks: [...beforeAndAfter.checks, positive("mean_before"), positive("mean_after")],
};

/** Variance of the patients' changes. */
export function changeVariance({ sd_before, sd_after, correlation }: SeriesSummary): number {
  return sd_before! ** 2 + sd_after! ** 2 - 2 * correlation! * sd_before! * sd_after!;
}

/** Variance of the log of the ratio of both means. */
export function logRatioVariance({
  n,
  mean_before,
  mean_after,
  sd_before,
  sd_after,
  correlation,
}: SeriesSummary): number {
  const before = sd_before! / mean_before!;
  const after = sd_after! / mean_after!;
  return (before ** 2 + after ** 2 - 2 * correlation! * before * after) / n!;
}

/** Mean change by the standard deviation before, corrected for few patients where asked. */
export function rawStandardizedChange(summary: SeriesSummary, settings: EffectMeasureSettings): number {
  const change = (summary.mean_after! - summary.mean_before!) / summary.sd_before!;
  return change * (settings.biasCorrection ? smallSampleCorrection(summary.n! - 1) : 1);
}
