import type { PooledSubgroups } from "../../schema/index.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatPooled } from "./pooled-number.ts";
import { moderatorTestText } from "./regression-words.ts";

/** The means of the subgroups, and whether they differ by more than chance. */
export function subgroupSentences(
  { moderator, subgroups, betweenTest }: PooledSubgroups,
  view: PoolView,
): string[] {
  const means = subgroups.map(({ level, mean, series }) => {
    const { estimate, lower, upper } = viewSpan(mean, view);
    const width = lower === null || upper === null ? null : upper - lower;
    return `${level}: ${formatPooled(estimate, view.scale, width)} (${series.length} series)`;
  });
  const test =
    betweenTest === null
      ? "They are not compared, since a subgroup of one series has no τ² of its own."
      : betweenTest.pValue < 0.05
        ? `They differ by more than chance would often do (${moderatorTestText(betweenTest)}).`
        : `They may differ by chance alone (${moderatorTestText(betweenTest)}).`;
  return [
    `By ${moderator}: ${means.join("; ")}. ${test}`,
    "Subgroups differ in other things too: this shows what goes together, not what causes it.",
  ];
}
