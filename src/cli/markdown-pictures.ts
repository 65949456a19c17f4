import { basename, extname } from "node:path";
import type { VegaLiteSpec } from "../render/charts/index.ts";
import { escapeMarkdown } from "../render/escape-markdown.ts";
import { UsageError } from "./report-error.ts";

/** A report's picture, as far as there is one; a chart that this report does not have is none. */
export function pictureOf<Report>(
  report: Report,
  chart: ((report: Report) => VegaLiteSpec) | undefined,
): VegaLiteSpec | null {
  try {
    return chart?.(report) ?? null;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

/** The file of a report's picture, beside that of the reports: `case.svg` for `case.md`, `case-2.svg` for the second of some. */
export function pictureFile(output: string, place: number, nReports: number): string {
  const stem = output.slice(0, output.length - extname(output).length);
  return `${stem}${nReports === 1 ? "" : `-${place + 1}`}.svg`;
}

/**
 * Puts a picture below the answer of a report: as a link to its file, or in words where the report goes to the standard
 * output.
 *
 * @param file null where there is no file.
 */
export function withPicture(markdown: string, { description }: VegaLiteSpec, file: string | null): string {
  const words = escapeMarkdown(typeof description === "string" ? description : "");
  const shown =
    file === null
      ? `Picture, which --format svg draws: ${words}`
      : `![${words}](<${encodeURI(basename(file))}>)`;
  return markdown.replace(/\n(?=## )/u, () => `\n${shown}\n\n`);
}
