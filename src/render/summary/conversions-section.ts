import type { SummaryResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { shownLimits, summaryNumber } from "./summary-number.ts";

/** Code of a warning that names a conversion which no sample can have. */
export const IMPOSSIBLE_CONVERSION = "impossible-conversion";

/** Mean and standard deviation from the range or the quartiles, by every published way that they allow. */
export function conversionsSection({ conversions, warnings, feasible }: SummaryResult): WordSection {
  const heading = "Mean and standard deviation from the range";
  if (conversions.length === 0) return { id: "conversions", heading, sentences: [], tables: [] };
  const impossible = warnings.filter(({ code }) => code === IMPOSSIBLE_CONVERSION);
  const shown = (value: number | null): string =>
    value === null ? "–" : summaryNumber(value, value === 0 ? 1 : Math.abs(value) / 10);
  const algebra = ["mean", "sd"].map((name) => {
    const found = feasible.quantities.find(({ quantity }) => quantity === name);
    const { lower, upper } = shownLimits(found?.lower ?? null, found?.upper ?? null, "");
    return `${lower} to ${upper}`;
  });
  return {
    id: "conversions",
    heading,
    sentences: [
      `By algebra alone the mean lies in ${algebra[0]} and the standard deviation in ${algebra[1]}. Each method below picks one value on an assumption that such a report can't check.`,
      ...impossible.map(({ message }) => `Refused: ${message}.`),
    ],
    tables: [
      {
        caption:
          'Every published conversion that the report has the numbers for; "–" where it gives none, or one that is impossible.',
        head: ["Method", "Made from", "Mean", "SD", "Takes for granted"],
        groups: [
          {
            rows: conversions.map(({ label, scenario, mean, sd, assumes }) => [
              label,
              scenario,
              shown(mean),
              shown(sd),
              assumes,
            ]),
          },
        ],
      },
    ],
  };
}
