import { displayWidth } from "./display-width.ts";
import { plainText } from "./plain-text.ts";

/** Pads text with spaces to a width counted in columns of a terminal. */
function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/**
 * Sets rows of cells in aligned columns of plain text: no ANSI codes, wide characters counted as two columns, control
 * characters and marks of direction neutralised, no spaces at the ends of lines.
 *
 * @param rows Cells by row; rows may be shorter than the widest.
 * @param indent Spaces before every line.
 * @returns One line per row.
 * @example
 * textTable([["Relief", "81 %"], ["T50", "105 days"]]); // ["Relief  81 %", "T50     105 days"]
 */
export function textTable(rows: readonly (readonly string[])[], indent = 0): string[] {
  const cells = rows.map((row) => row.map(plainText));
  const nColumns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: nColumns }, (_, column) =>
    cells.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? "")), 0),
  );
  return cells.map((row) => {
    const line = row.map((cell, column) => padEnd(cell, widths[column]!)).join("  ");
    return `${" ".repeat(indent)}${line}`.trimEnd();
  });
}
