import { type Cited, citedParagraph } from "./cited.ts";
import type { WordSection } from "./word-report.ts";

/** A methods paragraph with its references, ready to paste into a paper. */
export function methodsSection(parts: readonly Cited[]): WordSection {
  const { text, references } = citedParagraph(parts);
  const rows = references.map((reference, i) => [`${i + 1}`, reference]);
  return {
    id: "methods",
    heading: "Methods, ready to paste",
    paragraph: text,
    sentences: [],
    tables:
      rows.length === 0
        ? []
        : [{ caption: "References of this paragraph.", head: ["No.", "Reference"], groups: [{ rows }] }],
    isForPaper: true,
  };
}
