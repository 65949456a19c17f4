import type { PoolSequence, PoolStep } from "../../schema/index.ts";
import { formatPercent } from "../format-number.ts";
import { nameInSentence } from "../trial/trial-names.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatPooled } from "./pooled-number.ts";

function meanText({ estimate, lower, upper }: PoolStep, view: PoolView): string {
  const span = viewSpan({ estimate, lower, upper }, view);
  const width = span.lower === null || span.upper === null ? null : span.upper - span.lower;
  return formatPooled(span.estimate, view.scale, width);
}

/** Whether the intervals agree on the side of no effect; nothing where the scale has no such value or one has no limits. */
function verdict(steps: readonly PoolStep[], view: PoolView): string[] {
  const { noEffect } = view.scale;
  const spans = steps.filter(({ nSeries }) => nSeries > 1).map((step) => viewSpan(step, view));
  if (noEffect === null || spans.length === 0) return [];
  const leavesOut = spans.map(
    ({ lower, upper }) => lower !== null && upper !== null && (lower > noEffect || upper < noEffect),
  );
  const count = leavesOut.filter(Boolean).length;
  if (count === 0) return ["Every one of these intervals holds the value of no effect, or has no limits."];
  if (count === spans.length) return ["Every one of these intervals leaves out the value of no effect."];
  return [
    `Whether the interval leaves out the value of no effect hangs on the series: ${count} of ${spans.length} leave it out.`,
  ];
}

function leftOut({ steps }: PoolSequence, view: PoolView): string[] {
  const sorted = steps.map((step) => ({ step, at: view.back(step.estimate) })).sort((a, b) => a.at - b.at);
  const [least, most] = [sorted[0]!.step, sorted.at(-1)!.step];
  if (steps.every(({ nSeries }) => nSeries === 1))
    return ["Without either of two series there is nothing to pool: the other stands alone."];
  return [
    `Leaving out one series at a time, the mean goes from ${meanText(least, view)} (without ${nameInSentence(least.series)}) to ${meanText(most, view)} (without ${nameInSentence(most.series)}).`,
    ...verdict(steps, view),
  ];
}

function oneMore({ steps, orderedBy }: PoolSequence, view: PoolView): string[] {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const order = orderedBy === undefined ? "in the order of the file" : `by ${orderedBy}`;
  if (steps.length === 1) return ["With one series there is nothing to follow."];
  return [
    `One series after another, ${order}: the mean goes from ${meanText(first, view)} (${nameInSentence(first.series)} alone) to ${meanText(last, view)} with all ${last.nSeries}.`,
  ];
}

const WORDS: Readonly<Record<PoolSequence["kind"], (result: PoolSequence, view: PoolView) => string[]>> = {
  "leave-one-out": leftOut,
  "cumulative-pool": oneMore,
};

/** Whether the answer hangs on one series, or how it came about. */
export function sequenceSentences(result: PoolSequence, view: PoolView): string[] {
  return [...WORDS[result.kind](result, view), `Intervals: ${formatPercent(result.level)}.`];
}
