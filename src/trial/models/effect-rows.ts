import type { Bound, Estimate } from "../../schema/estimate.ts";

/** The two ends of an interval; null where there is none on that side. */
export interface Ends {
  lower: number | null;
  upper: number | null;
}

function boundOf({ lower, upper }: Ends): Bound {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}

/** −0, which JSON does not know, as 0; an end beyond all numbers as none. */
const plain = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value + 0;

/** A row of estimates whose bound follows from its limits. */
export function estimateRow(row: Omit<Estimate, "bound">): Estimate {
  const ends = { lower: plain(row.lower), upper: plain(row.upper) };
  return { ...row, estimate: plain(row.estimate), ...ends, bound: boundOf(ends) };
}

/** The difference of means between two treatments, in score points. */
export function differenceRow(
  compared: { treatment: string; reference: string; level: number },
  answer: Ends & { estimate: number | null; standardError: number | null; method: string },
): Estimate {
  const { treatment, reference, level } = compared;
  return estimateRow({
    parameter: "difference",
    label: `${treatment} less ${reference}`,
    unit: "score",
    level,
    ...answer,
  });
}

const exponential = (value: number | null): number | null => {
  const ratio = value === null ? null : Math.exp(value);
  return ratio === null || !Number.isFinite(ratio) ? null : ratio;
};

/**
 * An odds ratio and its logarithm, which alone has a standard error.
 *
 * @param of What the odds are of, such as `a response`.
 * @param answer On the scale of the logarithm.
 */
export function oddsRatioRows(
  of: string,
  compared: { treatment: string; reference: string; level: number },
  answer: Ends & { estimate: number | null; standardError: number | null; method: string },
): Estimate[] {
  const { treatment, reference, level } = compared;
  const label = `Odds ratio of ${of}, ${treatment} against ${reference}`;
  const { estimate, lower, upper, method } = answer;
  return [
    estimateRow({
      parameter: "oddsRatio",
      label,
      unit: "ratio",
      estimate: exponential(estimate),
      standardError: null,
      lower: exponential(lower),
      upper: exponential(upper),
      level,
      method,
    }),
    estimateRow({
      parameter: "logOddsRatio",
      label: `Log o${label.slice(1)}`,
      unit: "log ratio",
      level,
      ...answer,
    }),
  ];
}
