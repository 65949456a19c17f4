import type { EvidenceRow, EvidenceTable } from "../../schema/index.ts";
import { toCsv } from "../csv.ts";
import { plainly, softwareSentence } from "../methods/software.ts";
import { assumptionsOnPaper, closingPages, unknownOnPaper } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";

const COLUMNS = [
  "series",
  "comparison",
  "controlled",
  "treatment",
  "comparator",
  "design",
  "outcome",
  "n",
  "overlaps",
] as const;

function cells({ series, comparison, controlled, design, outcome, n, overlaps }: EvidenceRow): string[] {
  return [
    series,
    comparison,
    controlled ? "yes" : "no",
    design ?? "–",
    outcome ?? "–",
    n === null ? "–" : String(n),
    overlaps.length === 0 ? "–" : overlaps.join(", "),
  ];
}

const count = (n: number): string => (n === 1 ? "1 series gives" : `${n} series give`);

function sentences({ rows }: EvidenceTable): string[] {
  const nControlled = rows.filter(({ controlled }) => controlled).length;
  const nAlone = rows.length - nControlled;
  const comparisons = [...new Set(rows.filter((row) => row.controlled).map(({ comparison }) => comparison))];
  return [
    ...(nControlled > 0
      ? [`${count(nControlled)} numbers of a control group: ${comparisons.join("; ")}.`]
      : []),
    ...(nAlone > 0
      ? [
          `${count(nAlone)} none, whatever the design was: the treatment stands alone there, and what would have come without it cannot be told from the file.`,
        ]
      : []),
    "Series without numbers of a control group cannot be compared with each other: nothing indirect is computed from them.",
  ];
}

function report(table: EvidenceTable): WordReport {
  const { rows, warnings } = table;
  const nControlled = rows.filter(({ controlled }) => controlled).length;
  return {
    name: "Evidence",
    subject: "which comparison each series makes",
    question: "Which comparison does each series make?",
    meta: [`${rows.length} series`, `${nControlled} with a control group`],
    answer: `${nControlled} of ${rows.length} series ${nControlled === 1 ? "gives" : "give"} numbers of a control group, with which the treatment can be compared.`,
    sections: [
      {
        id: "data",
        heading: "Which comparison does each series make?",
        sentences: sentences(table),
        tables: [
          {
            caption: "The series, those with a control group first.",
            head: [
              "Series",
              "Comparison",
              "Controlled",
              "Design",
              "Outcome",
              "Patients",
              "Shares patients with",
            ],
            groups: [{ rows: rows.map(cells) }],
          },
        ],
      },
      { id: "warnings", heading: "Warnings", sentences: warnings.map(({ message }) => message), tables: [] },
      unknownOnPaper([
        "What a paper does not say of its patients, its comparator or its design stands as “–”: it may differ between series.",
      ]),
      assumptionsOnPaper([
        "A series is taken to be controlled where numbers of a control group are given, whatever its design is called.",
      ]),
      ...closingPages(
        [
          plainly(
            `${table.rows.length} series were read and sorted by the comparison that each makes; nothing was pooled.`,
          ),
          softwareSentence(table.provenance),
        ],
        [table],
      ),
    ],
  };
}

/** Which comparison each series makes, as plain text. */
export function evidenceText(table: EvidenceTable): string {
  return wordReportText(report(table));
}

/** The same as Markdown. */
export function evidenceMarkdown(table: EvidenceTable): string {
  return wordReportMarkdown(report(table));
}

/** The same as one HTML page that works offline and without scripts. */
export function evidenceHtml(table: EvidenceTable): string {
  return wordReportHtml(report(table), null);
}

/** One row for each series, as CSV. */
export function evidenceCsv({ rows }: EvidenceTable): string {
  return toCsv(
    COLUMNS,
    rows.map((row) =>
      COLUMNS.map((column) => (column === "overlaps" ? row.overlaps.join("; ") : cellOf(row[column]))),
    ),
  );
}

function cellOf(value: string | number | boolean | null): string | number | null {
  return typeof value === "boolean" ? String(value) : value;
}
