import type { SummaryResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { shownLimits, summaryNumber, unitOfMany } from "./summary-number.ts";

const NAMES: Readonly<Record<string, string>> = {
  mean: "Mean",
  sd: "Standard deviation",
  median: "Median",
  minimum: "Least value",
  maximum: "Greatest value",
  lowerQuartile: "Lower quartile",
  upperQuartile: "Upper quartile",
  events: "Patients with the event",
};

/** Quantities that the report says something of: where no value is known, only a count may be. */
function told({ feasible, report }: SummaryResult) {
  const hasEvents = report.events !== undefined || report.percent !== undefined;
  return feasible.quantities.filter(({ quantity, lower, upper }) =>
    quantity === "events" ? hasEvents : lower !== null || upper !== null,
  );
}

/** What must be true of the patients, whatever their values are. */
export function mustBeTrueSection(result: SummaryResult): WordSection {
  const { feasible, report } = result;
  const unit = report.unit === undefined ? "" : ` Values in ${unitOfMany(report.unit)}.`;
  const rows = told(result).map(({ quantity, lower, upper, reported }) => {
    const shown = shownLimits(lower, upper, "");
    const printed =
      reported === null ? "–" : summaryNumber(reported, 10 ** (2 - Math.max(0, report.decimals ?? 3)));
    return [NAMES[quantity] ?? quantity, shown.lower, shown.upper, printed];
  });
  return {
    id: "feasible",
    heading: "What must be true of these patients",
    sentences: [
      feasible.sharp
        ? "Each range follows from the printed numbers alone, and some sample of patients reaches each of its ends."
        : "Each range follows from the printed numbers alone, but may be wider than it need be.",
      ...feasible.notes,
    ],
    tables:
      rows.length === 0
        ? []
        : [
            {
              caption: `Every value that each quantity of these ${report.n} patients can have; "–" where there is no end.${unit}`,
              head: ["Quantity", "From", "To", "Reported"],
              groups: [{ rows }],
            },
          ],
  };
}
