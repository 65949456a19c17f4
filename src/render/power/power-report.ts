import type { TrialPowerResult, TrialPowerRow } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { toCsv } from "../csv.ts";
import { formatFixed, formatPercent, formatRange, formatValue } from "../format-number.ts";
import { powerMethods } from "../methods/trial-methods.ts";
import { assumptionsOnPaper, closingPages, dataOnPaper, unknownOnPaper } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { designWords, powerAnswer, seriesWords, settingSentences, smallestSentences } from "./power-words.ts";
import { sharedWords, sizeWords } from "./scenario-words.ts";

const POWER_CAPTION =
  "Each line: the power by the size of the design, with the limits of the simulation; below, how often an effect is found where there is none.";

/** A share of the simulated trials with the limits of the simulation: "0.0 % (0.0 to 3.7 %)". */
function share(value: number | null, lower: number | null = null, upper: number | null = null): string {
  if (lower === null || upper === null) return formatValue(value, "fraction");
  return `${formatValue(value, "fraction", upper - lower)} (${formatRange(lower, upper, "fraction")})`;
}

function cellsOf(row: TrialPowerRow): string[] {
  const { width, widthStandardError, closed } = row;
  return [
    sizeWords(row),
    share(row.power, row.powerLower, row.powerUpper),
    share(row.typeOneError, row.typeOneLower, row.typeOneUpper),
    width === null
      ? "–"
      : `${formatFixed(width, 2)}${widthStandardError === null ? "" : ` ± ${formatFixed(widthStandardError, 2)}`}`,
    formatPercent(Number(closed.toFixed(3))),
    share(row.coverage, row.coverageLower, row.coverageUpper),
  ];
}

function powerTable(result: TrialPowerResult): WordTable {
  const groups = new Map<string, string[][]>();
  for (const row of result.rows) {
    const name = seriesWords(result, row);
    groups.set(name, [...(groups.get(name) ?? []), cellsOf(row)]);
  }
  const level = formatPercent(result.level);
  return {
    caption: `In brackets: 95 % limits of the simulation. Width: mean width ± standard error of the ${level} intervals with two ends, and how many have two; coverage: how many of all hold the true difference.`,
    head: ["Size", "Power", "Type I error", "Width", "Two ends", "Coverage"],
    groups: [...groups].map(([name, rows]) => (name === "" ? { rows } : { heading: name, rows })),
  };
}

/** A table of power in words, before it is set as text, Markdown or HTML. */
function powerReport(result: TrialPowerResult): WordReport {
  return {
    name: designWords(result),
    subject: "power by simulation",
    question: "How large must the trial be to find such an effect?",
    meta: sharedWords(result),
    answer: powerAnswer(result),
    sections: [
      {
        id: "smallest",
        heading: "The smallest design for each scenario",
        sentences: smallestSentences(result),
        tables: [],
      },
      {
        id: "power",
        heading: "Every design",
        sentences: settingSentences(result),
        tables: [powerTable(result)],
      },
      {
        id: "warnings",
        heading: "Warnings",
        sentences: result.warnings.map(({ message }) => message),
        tables: [],
      },
      unknownOnPaper([
        "The effect, the scatter and the correlation of the real patient’s scores are not known before the trial; the table holds for those that were named.",
      ]),
      assumptionsOnPaper([
        `Scores are normal with a standard deviation of ${result.standardDeviation} within a patient, and rounded to no steps; effects differ between patients with a standard deviation of ${result.effectStandardDeviation}.`,
        "Scores are missing at random. No prior enters.",
      ]),
      dataOnPaper(["No data were read: every trial was simulated."]),
      ...closingPages(powerMethods(result), [result]),
    ],
  };
}

/** A table of power as plain text. */
export function trialPowerText(result: TrialPowerResult): string {
  return wordReportText(powerReport(result));
}

/** A table of power as Markdown. */
export function trialPowerMarkdown(result: TrialPowerResult): string {
  return wordReportMarkdown(powerReport(result));
}

const COLUMNS = [
  "design",
  "size",
  "sizeUnit",
  "analysis",
  "label",
  "nPatients",
  "effect",
  "phi",
  "trend",
  "carryover",
  "missing",
  "power",
  "powerStandardError",
  "powerLower",
  "powerUpper",
  "typeOneError",
  "typeOneStandardError",
  "typeOneLower",
  "typeOneUpper",
  "width",
  "widthStandardError",
  "closed",
  "coverage",
  "coverageStandardError",
  "coverageLower",
  "coverageUpper",
  "estimate",
  "nWithoutAnswer",
  "nReplicates",
] as const satisfies readonly (keyof TrialPowerRow)[];

/** A table of power as CSV, a row for each design, scenario and analysis. */
export function trialPowerCsv({ rows }: TrialPowerResult): string {
  return toCsv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}

/**
 * A table of power as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `trialPowerChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function trialPowerHtml(result: TrialPowerResult, svg: string): string {
  return wordReportHtml(powerReport(result), { svg, caption: POWER_CAPTION });
}
