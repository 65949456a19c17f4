import type { SummaryReport } from "../../../schema/summary-report.ts";
import { meanInterval } from "./mean-interval.ts";
import type { SummaryEvidence, SummaryInterval, SummaryLimits } from "./summary-interval.ts";

/** A report with the bounds of one patient's value. */
export interface BoundedReport extends SummaryReport {
  lower: number;
  upper: number;
}

/** Whether both bounds of one patient's value are known. */
export function hasBounds(report: SummaryReport): report is BoundedReport {
  return report.lower !== undefined && report.upper !== undefined && report.lower < report.upper;
}

/** What every bounds-only interval of the mean takes for granted. */
export const INDEPENDENT_WITHIN_BOUNDS =
  "Patients independent of each other and alike in their chances, each value within the bounds, and the printed number their mean";

/** A method that needs no more than n and the mean. */
export interface MeanOnlyParts {
  name: string;
  label: string;
  reference: string;
  /**
   * @param mean In [0, 1].
   * @param tail Chance of error on this side, in (0, .5).
   * @returns Lower limit of the mean of a variable in [0, 1].
   */
  lowerLimit(n: number, mean: number, tail: number): number;
}

/** An interval of the mean from n, the mean and the bounds; the upper limit is the lower one of the reflected mean. */
export function meanOnlyInterval({ lowerLimit, ...names }: MeanOnlyParts): SummaryInterval {
  return meanInterval({
    ...names,
    layer: "bounds-only",
    assumes: INDEPENDENT_WITHIN_BOUNDS,
    keepsBounds: true,
    quick: true,
    applies: ({ report }) => hasBounds(report) && report.mean !== undefined,
    limits: ({ report }: SummaryEvidence, level): SummaryLimits[] => {
      const { n, mean, lower, upper } = report as BoundedReport & { mean: number };
      const width = upper - lower;
      const tail = 0.5 * (1 - level);
      return [
        {
          estimate: mean,
          lower: lower + width * lowerLimit(n, (mean - lower) / width, tail),
          upper: upper - width * lowerLimit(n, (upper - mean) / width, tail),
        },
      ];
    },
  });
}
