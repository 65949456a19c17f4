import type { Estimate, RelapseAverage, RelapseMass, RelapseResult, RelapseRow } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { describeSource, sourceNote } from "../estimate-table.ts";
import { formatFixed, formatPercent, formatRange, formatValue } from "../format-number.ts";
import { chanceEstimate, chanceInterval } from "./chance-words.ts";
import { spanInWords } from "./median-words.ts";
import { courseName, groupOf, onlyPatient } from "./relapse-name.ts";

const NOTHING = "–";
/** Head of the column that says how much came from the data. */
const SOURCE = "From the courses";

/** Estimates of one result, or of each group under its name. */
export function estimatesTable(results: readonly RelapseResult[]): WordTable {
  const rows = results.flatMap(({ estimates }) => estimates);
  const hasSource = rows.some(({ dataShare }) => dataShare !== undefined);
  const level = formatPercent(rows[0]?.level ?? 0.95);
  const cells = (row: Estimate): string[] => [
    row.label,
    chanceEstimate(row),
    row.lower === null && row.upper === null ? "none" : chanceInterval(row),
    ...(hasSource ? [describeSource(row)] : []),
  ];
  return {
    caption: `Estimates with their ${level} intervals.${hasSource ? ` ${sourceNote(SOURCE, "the courses")}` : ""}`,
    head: ["Quantity", "Estimate", `${level} interval`, ...(hasSource ? [SOURCE] : [])],
    groups: results.map((result) => {
      const heading = groupOf(result);
      return { ...(heading !== null && { heading }), rows: result.estimates.map(cells) };
    }),
  };
}

/** Turnbull's masses. */
export function massesTable(masses: readonly RelapseMass[], timeUnit: string): WordTable {
  const words = ({ lower, upper }: RelapseMass): string =>
    lower === upper ? `at ${formatValue(lower, timeUnit)}` : spanInWords(lower, upper, timeUnit);
  return {
    caption: "Where relapses come. Within a span the data do not tell where.",
    head: ["Time", "Share of relapses"],
    groups: [{ rows: masses.map((mass) => [words(mass), `${formatFixed(100 * mass.probability, 1)} %`]) }],
  };
}

/** A relapse as it was analysed: a day, two days, or none yet. */
function rowInWords({ lower, upper }: RelapseRow, timeUnit: string): string {
  if (upper === null) return `still well at ${formatValue(lower, timeUnit)}`;
  if (upper === lower) return `at ${formatValue(upper, timeUnit)}`;
  return lower === 0
    ? `by ${formatValue(upper, timeUnit)}`
    : `between ${formatRange(lower, upper, timeUnit).replace(" to ", " and ")}`;
}

/** The courses as they were analysed. */
export function rowsTable(rows: readonly RelapseRow[], timeUnit: string): WordTable {
  const names = [...new Set(rows.flatMap(({ covariates = {} }) => Object.keys(covariates)))];
  const isOne = onlyPatient(rows) !== null;
  return {
    caption: `The courses as they were analysed, in ${timeUnit}s after each course.`,
    head: ["Course", "Relapse", ...names],
    groups: [
      {
        rows: rows.map((row, i) => [
          courseName(row, i, isOne).replace(/^[cr]/u, (letter) => letter.toUpperCase()),
          rowInWords(row, timeUnit),
          ...names.map((name) => `${row.covariates?.[name] ?? NOTHING}`),
        ]),
      },
    ],
  };
}

/** The laws that were averaged, with their weights. */
export function modelsTable({ models, timeUnit, estimates }: RelapseAverage): WordTable {
  const level = formatPercent(estimates[0]?.level ?? 0.95);
  return {
    caption: "The laws beside each other.",
    head: ["Law", "Median", `${level} interval`, "Weight"],
    groups: [
      {
        rows: models.map(({ label, median, lower, upper, weight }) => [
          label,
          formatValue(median, timeUnit),
          lower === null || upper === null ? NOTHING : formatRange(lower, upper, timeUnit),
          weight === null ? NOTHING : formatPercent(Math.round(100 * weight) / 100),
        ]),
      },
    ],
  };
}
