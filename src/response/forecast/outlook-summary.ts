import { sortedQuantile } from "../../math/descriptive/sample-quantile.ts";
import { sampleStandardDeviation } from "../../math/descriptive/sample-variance.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { OutlookProbability, Scenario } from "../../schema/next-course.ts";
import { dayInWords, type RuleInWords, type Whose } from "./look-ahead-words.ts";
import type { Outlook } from "./outlook.ts";

/**
 * A row of the median and the equal-tailed interval of equally likely values.
 *
 * Limits are null where the values are too few to leave one out on either side of them.
 */
export function rowOfValues(
  row: Whose & { parameter: string; label: string; given: string },
  values: readonly number[],
  level: number,
): Estimate {
  const sorted = Float64Array.from(values).sort();
  const tail = 0.5 * (1 - level);
  const limited = (sorted.length + 1) * tail >= 1 - 1e-9;
  return {
    ...row,
    unit: "day",
    estimate: sorted.length > 0 ? sortedQuantile(sorted, 0.5) : null,
    standardError: sorted.length > 1 ? sampleStandardDeviation(sorted) : null,
    lower: limited ? sortedQuantile(sorted, tail) : null,
    upper: limited ? sortedQuantile(sorted, 1 - tail) : null,
    level,
    method: "posterior",
    bound: limited ? "closed" : "open",
  };
}

/** The days among outlooks. */
export function crossingDays(outlooks: readonly Outlook[]): number[] {
  return outlooks.filter((outlook) => typeof outlook === "number");
}

/** What the probabilities of one scenario are told of. */
export interface ScenarioInWords {
  scenario: Scenario;
  whose: Whose;
  rule: RuleInWords;
  /** Days between which a crossing counts. */
  from: number;
  until: number;
}

/** The probabilities of one scenario, which add to 1. */
export function outlookProbabilities(
  outlooks: readonly Outlook[],
  noEffect: number,
  { scenario, whose, rule, from, until }: ScenarioInWords,
): OutlookProbability[] {
  const row = (event: string, label: string, probability: number): OutlookProbability => ({
    scenario,
    event,
    label,
    probability,
    ...whose,
  });
  const share = (happens: (outlook: Outlook) => boolean): number =>
    ((1 - noEffect) * outlooks.filter(happens).length) / outlooks.length;
  const { subject, crosses, crossed, holds, unreached } = rule;
  const [first, last] = [dayInWords(from), dayInWords(until)];
  return [
    row("noEffect", "No effect, so that there is no relief to lose", noEffect),
    row(
      "neverReached",
      `${subject} ${unreached} until ${last}`,
      share((o) => o === "neverReached"),
    ),
    row(
      "alreadyCrossed",
      `${subject} ${crossed} by ${first}, for good`,
      share((o) => o === "alreadyCrossed"),
    ),
    row(
      "crosses",
      `${subject} ${crosses} between ${first} and ${last}`,
      share((o) => typeof o === "number"),
    ),
    row(
      "holds",
      `${subject} ${holds} until ${last}`,
      share((o) => o === "holds"),
    ),
  ];
}
