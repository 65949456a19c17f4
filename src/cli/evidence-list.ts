import type { Command } from "commander";
import { evidenceTable } from "../pooling/index.ts";
import { evidenceCsv, evidenceHtml, evidenceMarkdown, evidenceText } from "../render/index.ts";
import type { EvidenceTable } from "../schema/evidence-table.ts";
import type { Series } from "../schema/series.ts";
import { version } from "../version.ts";
import { outputFormats, type ReportWriter } from "./output-formats.ts";

/** Options of a list of evidence as they stand on the command line. */
export interface EvidenceFlags {
  evidence?: boolean;
}

/** Adds the flag of a list of evidence to a command. */
export function addEvidenceFlag(command: Command): Command {
  return command.option(
    "--evidence",
    "pool nothing: list which comparison each series makes and whether it has a control group (columns treatment, comparator, design, outcome)",
  );
}

/**
 * Options without meaning beside a list of evidence.
 *
 * @param others Each with its value; undefined where it was not given.
 */
export function evidenceFlagProblems(
  { evidence, format }: EvidenceFlags & { format: string },
  others: readonly (readonly [flag: string, value: unknown])[],
): string[] {
  if (!evidence) return [];
  const given = others.flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
  const isPicture = outputFormats.some(({ name, picture }) => picture && name === format);
  return [
    ...(given.length > 0 ? [`--evidence pools nothing: leave out ${given.join(", ")}`] : []),
    ...(isPicture ? [`--evidence is a table: --format ${format} has no picture of it`] : []),
  ];
}

/** Which comparison each series of a file makes. */
export function evidenceList(
  series: readonly Series[],
  { level, seed }: { level: number; seed: number },
): EvidenceTable {
  return {
    kind: "evidence-table",
    schemaVersion: 1,
    rows: evidenceTable(series),
    warnings: [],
    provenance: { package: "nof1", version, seed: null, inputSha256: null, options: { level, seed } },
  };
}

/** Writes a list of evidence; there is no picture of it. */
export const evidenceWriter: ReportWriter<EvidenceTable> = {
  text: ([table]) => evidenceText(table!),
  results: (table) => [table],
  csv: ([table]) => evidenceCsv(table!),
  markdown: ([table]) => evidenceMarkdown(table!),
  html: evidenceHtml,
};
