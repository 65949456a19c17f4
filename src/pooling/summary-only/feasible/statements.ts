import type { SummaryReport } from "../../../schema/summary-report.ts";
import type { PrintedRange } from "./printed-range.ts";
import { printedRange } from "./printed-range.ts";
import type { SampleConditions } from "./sample-region.ts";

/** One thing a report says of the sample. */
export interface Statement {
  /** Name of the number in the report. */
  name: string;
  value: number;
  /** Adds it to the conditions; undefined where it contradicts what is there already, at sight. */
  add(conditions: SampleConditions): SampleConditions | undefined;
}

function bound(name: string, value: number, side: "lower" | "upper"): Statement {
  return { name, value, add: (conditions) => ({ ...conditions, [side]: value }) };
}

function quantile(name: string, value: number, probability: number): Statement {
  return {
    name,
    value,
    add: (conditions) => {
      if (value < conditions.lower || value > conditions.upper) return undefined;
      return { ...conditions, quantiles: [...conditions.quantiles, { probability, value }] };
    },
  };
}

function both(one: PrintedRange | undefined, other: PrintedRange): PrintedRange | undefined {
  const range = {
    lower: Math.max(one?.lower ?? Number.NEGATIVE_INFINITY, other.lower),
    upper: Math.min(one?.upper ?? Number.POSITIVE_INFINITY, other.upper),
  };
  return range.lower <= range.upper + 1e-9 * Math.abs(range.lower) ? range : undefined;
}

function spread(name: string, value: number, range: PrintedRange): Statement {
  return {
    name,
    value,
    add: (conditions) => {
      const sd = conditions.n === 1 ? undefined : both(conditions.sd, range);
      return sd && { ...conditions, sd };
    },
  };
}

/** Probabilities of the order statistics a report may give, in the order in which they are added. */
const QUANTILES = [
  ["minimum", 0],
  ["maximum", 1],
  ["median", 0.5],
  ["lowerQuartile", 0.25],
  ["upperQuartile", 0.75],
] as const;

/** Probability of each order statistic by its name. */
export const quantileProbabilities: ReadonlyMap<string, number> = new Map(QUANTILES);

/**
 * What a report says of the ordered values, from the plainest to the most derived: bounds, order statistics, mean, spread.
 *
 * @param report Numbers as printed; a mean counts as one of the patients' values unless `estimand` says `ratio-of-means`.
 */
export function statementsOf(report: SummaryReport): Statement[] {
  const { n, mean, decimals, sd, sdDecimals, standardError, lower, upper, estimand } = report;
  const statements: Statement[] = [];
  if (lower !== undefined) statements.push(bound("lower", lower, "lower"));
  if (upper !== undefined) statements.push(bound("upper", upper, "upper"));
  for (const [name, probability] of QUANTILES) {
    const value = report[name];
    if (value !== undefined) statements.push(quantile(name, value, probability));
  }
  if (mean !== undefined && estimand !== "ratio-of-means") {
    const range = printedRange(mean, decimals);
    statements.push({ name: "mean", value: mean, add: (conditions) => ({ ...conditions, mean: range }) });
  }
  if (sd !== undefined) statements.push(spread("sd", sd, printedRange(sd, sdDecimals)));
  if (standardError !== undefined) {
    const { lower: least, upper: most } = printedRange(standardError, sdDecimals);
    const root = Math.sqrt(n);
    statements.push(spread("standardError", standardError, { lower: least * root, upper: most * root }));
  }
  return statements;
}

/** All conditions together; undefined where two of them contradict each other at sight. */
export function conditionsOf(n: number, statements: readonly Statement[]): SampleConditions | undefined {
  const none: SampleConditions = {
    n,
    lower: Number.NEGATIVE_INFINITY,
    upper: Number.POSITIVE_INFINITY,
    quantiles: [],
  };
  return statements.reduce<SampleConditions | undefined>((all, one) => all && one.add(all), none);
}
