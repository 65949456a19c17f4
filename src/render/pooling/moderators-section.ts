import type { CoefficientTest, PooledResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatPercent } from "../format-number.ts";
import type { WordSection } from "../words/word-report.ts";
import { formatPValue } from "./p-value.ts";
import { plainRow } from "./pooled-tables.ts";
import { regressionSentences } from "./regression-words.ts";

/** Each coefficient with its interval and test, on the scale of the pool. */
function coefficientTable({ regression, estimates, backTransform }: PooledResult): WordTable[] {
  if (!regression) return [];
  const p = ({ pValue }: CoefficientTest): string => (pValue === null ? "–" : formatPValue(pValue));
  const rows = regression.tests.flatMap((test) => {
    const row = findEstimate(estimates, test.parameter);
    return row ? [[row.label, plainRow(row), p(test)]] : [];
  });
  const { level, unit } = estimates[0]!;
  return [
    {
      caption: `The coefficients${backTransform === "identity" ? "" : `, on the ${unit} scale`}.`,
      head: ["Coefficient", `Estimate, ${formatPercent(level)}`, "p"],
      groups: [{ rows }],
    },
  ];
}

/** What goes with the effect, in a pool with moderators; empty in others. */
export function moderatorsSection(result: PooledResult): WordSection {
  const caution =
    "Series that differ in one thing differ in others too: this shows what goes together, not what causes it.";
  return {
    id: "moderators",
    heading: "What goes with the effect?",
    sentences: result.regression ? [...regressionSentences(result), caution] : [],
    tables: coefficientTable(result),
  };
}
