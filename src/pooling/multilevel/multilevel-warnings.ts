import type { Estimate } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { HighestMixed } from "./highest-mixed.ts";
import type { MultilevelSettings } from "./multilevel-options.ts";

/** Below so many degrees of freedom t limits with an adjusted sandwich don't hold their level. */
const FEW_DEGREES = 4;
const FEW_GROUPS = 5;

/** Everything a reader must know about a multilevel pool. */
export function multilevelWarnings(
  { fit, converged }: HighestMixed,
  means: readonly Estimate[],
  atZero: readonly string[],
  { interval }: MultilevelSettings,
): Warning[] {
  const groups = fit.blocks.length;
  const least = Math.min(
    ...means.map((_, which) => interval.precision(fit, which)?.degreesOfFreedom ?? Infinity),
  );
  const found: (Warning | false)[] = [
    groups <= FEW_GROUPS && {
      code: "few-groups",
      message: `With ${groups} outermost groups it is hardly known how much they differ.`,
    },
    means.some(({ bound }) => bound !== "closed") && {
      code: "interval-open",
      message: `The interval "${interval.name}" needs more outermost groups than there are means, got ${groups}.`,
    },
    least < FEW_DEGREES && {
      code: "few-degrees-of-freedom",
      message: `The interval of a mean rests on ${least.toFixed(1)} degrees of freedom; below 4 it may not hold its level.`,
    },
    ...atZero.map((name) => ({
      code: "variance-at-zero",
      message: `The variance between groups of "${name}" is estimated as 0, which few groups can't show.`,
    })),
    !converged && {
      code: "not-converged",
      message: "The search for the highest likelihood did not end at a clear peak.",
    },
  ];
  return found.filter((warning) => warning !== false);
}
