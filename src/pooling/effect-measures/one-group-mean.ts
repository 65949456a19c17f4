import type { EffectMeasureDefinition } from "./define-effect-measure.ts";
import { finite, positive, whole } from "./summary-check.ts";

/** What measures of one group's mean have in common. */
export const oneGroupMean: Pick<EffectMeasureDefinition, "group" | "needs" | "checks"> = {
  group: "one group",
  needs: ["n", "mean", "sd"],
  checks: [whole("n", 2), finite("mean"), positive("sd")],
};

/** The same where the log of the mean is taken. */
export const oneGroupPositiveMean: typeof oneGroupMean = {
  ...oneGroupMean,
  checks: [whole("n", 2), positive("mean"), positive("sd")],
};
