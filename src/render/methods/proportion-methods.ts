import type { ProportionResult } from "../../schema/index.ts";
import { PROPORTION_COMPARISON, PROPORTION_SOURCES } from "../citations/proportions.ts";
import { sourcesOf } from "../citations/sources.ts";
import { formatPercent } from "../format-number.ts";
import type { Cited } from "../words/cited.ts";
import { softwareSentence } from "./software.ts";

/** How a proportion got its interval, for a paper. */
export function proportionMethods({
  events,
  n,
  estimates,
  intervals,
  provenance,
}: ProportionResult): Cited[] {
  const label = intervals[0]?.label ?? "";
  const method = provenance.options.method;
  return [
    {
      sentence: `The proportion of ${events} of ${n} patients is given with a ${formatPercent(estimates[0]?.level ?? 0.95)} interval by the method: ${label}.`,
      references: sourcesOf(PROPORTION_SOURCES, method),
    },
    ...(intervals.length > 1
      ? [
          {
            sentence: `${intervals.length} methods were set beside each other.`,
            references: [PROPORTION_COMPARISON],
          },
        ]
      : []),
    softwareSentence(provenance),
  ];
}
