import type { SeriesSummary } from "../../schema/series.ts";
import type { EffectMeasureDefinition } from "./define-effect-measure.ts";
import { finite, positive, whole } from "./summary-check.ts";

/** What measures of two groups' means have in common. The first group is the treated one. */
export const twoGroupMeans: Pick<EffectMeasureDefinition, "group" | "needs" | "checks"> = {
  group: "two groups",
  needs: ["n", "mean", "sd", "n_control", "mean_control", "sd_control"],
  checks: [
    whole("n", 2),
    whole("n_control", 2),
    finite("mean"),
    finite("mean_control"),
    positive("sd"),
    positive("sd_control"),
  ],
};

/** The same where logs of both means are taken. */
export const twoGroupPositiveMeans: typeof twoGroupMeans = {
  ...twoGroupMeans,
  checks: [...twoGroupMeans.checks, positive("mean"), positive("mean_control")],
};

/** A summary of two groups by short names. */
export interface TwoGroups {
  n: number;
  mean: number;
  sd: number;
  nControl: number;
  meanControl: number;
  sdControl: number;
}

export function twoGroups(summary: SeriesSummary): TwoGroups {
  return {
    n: summary.n!,
    mean: summary.mean!,
    sd: summary.sd!,
    nControl: summary.n_control!,
    meanControl: summary.mean_control!,
    sdControl: summary.sd_control!,
  };
}

/** The variance that both groups share, if they do. */
export function pooledVariance({ n, sd, nControl, sdControl }: TwoGroups): number {
  return ((n - 1) * sd ** 2 + (nControl - 1) * sdControl ** 2) / (n + nControl - 2);
}
