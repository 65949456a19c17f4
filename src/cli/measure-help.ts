import { effectMeasures } from "../pooling/index.ts";
import { textTable } from "../render/index.ts";

/** What the abbreviations of the measures mean, and which columns they need. */
export function measureHelp(): string {
  const rows = effectMeasures.map(({ name, label, needs }) => [name, label, needs.join(", ")]);
  return `\nMeasures and the columns they need:\n${textTable(rows, 2).join("\n")}\n`;
}
