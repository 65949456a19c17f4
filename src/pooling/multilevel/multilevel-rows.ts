import { studentT } from "../../math/distributions/student-t.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { Companion } from "../../schema/pooled-result.ts";
import { multilevelIntervals } from "./intervals/index.ts";
import type { MultilevelInterval } from "./intervals/multilevel-interval.ts";
import type { MixedFit } from "./mixed-fit.ts";
import type { MultilevelSettings } from "./multilevel-options.ts";

/** One mean with its limits by one method. */
export function nestedMeanRow(
  fit: MixedFit,
  which: number,
  interval: MultilevelInterval,
  { level, unit }: MultilevelSettings,
  outcome?: string,
): Estimate {
  const estimate = fit.coefficients[which]!;
  const precision = interval.precision(fit, which);
  const reach =
    precision === null
      ? Infinity
      : studentT.survivalQuantile(0.5 * (1 - level), precision.degreesOfFreedom) * precision.standardError;
  const closed = Number.isFinite(reach);
  return {
    parameter: "mean",
    label: "Mean effect",
    unit,
    estimate,
    standardError: precision?.standardError ?? null,
    lower: closed ? estimate - reach : null,
    upper: closed ? estimate + reach : null,
    level,
    method: interval.name,
    bound: closed ? "closed" : "open",
    ...(outcome !== undefined && { outcome }),
  };
}

/** The same means by the other methods that have an answer. */
export function nestedCompanions(
  fit: MixedFit,
  settings: MultilevelSettings,
  outcomes: readonly (string | undefined)[],
): Companion[] {
  return multilevelIntervals
    .filter((interval) => interval !== settings.interval)
    .flatMap((interval) =>
      outcomes.map((outcome, which) => ({
        label: interval.label,
        row: nestedMeanRow(fit, which, interval, settings, outcome),
      })),
    )
    .filter(({ row }) => row.bound === "closed");
}
