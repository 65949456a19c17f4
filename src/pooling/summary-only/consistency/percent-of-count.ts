import { compatibleCounts, nearestCount } from "../feasible/compatible-counts.ts";
import { shortNumber } from "../feasible/short-number.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";
import { shownDecimals } from "./shown-decimals.ts";

/** Whether a printed percentage of patients is that of a whole count, and of the printed count where there is one. */
export const percentOfCountCheck: ConsistencyCheck = {
  name: "percent-of-count",
  label: "Percentage of a whole count",
  reference:
    "Brown & Heathers (2017), Soc Psychol Personal Sci 8:363–369 (GRIM for a share), doi:10.1177/1948550616673876",
  applies: ({ percent }) => percent !== undefined,
  check: ({ n, percent = 0, percentDecimals, events }) => {
    const counts = compatibleCounts(percent, n, percentDecimals ?? shownDecimals(percent));
    const consistent = counts.length > 0 && (events === undefined || counts.includes(events));
    const nearest = nearestCount(percent, n);
    const printed = `${shortNumber(percent)} % of ${n} patients`;
    const shownCounts =
      counts.length > 3 ? `from ${counts[0]} to ${counts[counts.length - 1]}` : counts.join(" or ");
    return {
      quantities: ["n", "percent", ...(events === undefined ? [] : ["events"])],
      consistent,
      message:
        counts.length === 0
          ? `${printed} is no whole number; the nearest is ${nearest} of ${n}, which is ${shortNumber((100 * nearest) / n)} %`
          : `${printed} is ${shownCounts}${events === undefined ? "" : `, got ${events}`}`,
    };
  },
};
