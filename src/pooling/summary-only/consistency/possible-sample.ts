import type { SummaryReport } from "../../../schema/summary-report.ts";
import { feasibleSet } from "../feasible-set.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";
import { shownDecimals } from "./shown-decimals.ts";

/** The same report, with the decimals that its numbers show where theirs are not given. */
function withShownDecimals(report: SummaryReport): SummaryReport {
  const { mean, decimals, sd, standardError, sdDecimals, percent, percentDecimals } = report;
  const spreads = [sd, standardError].filter((value) => value !== undefined).map(shownDecimals);
  return {
    ...report,
    ...(mean !== undefined && { decimals: decimals ?? shownDecimals(mean) }),
    ...(spreads.length > 0 && { sdDecimals: sdDecimals ?? Math.min(...spreads) }),
    ...(percent !== undefined && { percentDecimals: percentDecimals ?? shownDecimals(percent) }),
  };
}

/** Whether any sample at all meets mean, spread, order statistics and bounds together. */
export const possibleSampleCheck: ConsistencyCheck = {
  name: "possible-sample",
  label: "All numbers together",
  reference: "Mestdagh et al. (2018), Psychol Methods 23:690–707, doi:10.1037/met0000153",
  applies: () => true,
  check: (report) => {
    const { clashes } = feasibleSet(withShownDecimals(report));
    return {
      quantities: [...new Set(clashes.flatMap(({ quantities }) => quantities))],
      consistent: clashes.length === 0,
      message:
        clashes.length === 0
          ? "No two of the numbers contradict each other"
          : clashes.map(({ message }) => message).join("; "),
    };
  },
};
