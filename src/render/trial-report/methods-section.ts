import type { TrialResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { methodsParagraph } from "./methods-paragraph.ts";

/** The methods paragraph with its references. */
export function methodsSection(result: TrialResult): WordSection {
  const { text, references } = methodsParagraph(result);
  return {
    id: "methods",
    heading: "Methods, ready to paste",
    sentences: [text],
    tables: [
      {
        caption: "References of this paragraph.",
        head: ["No.", "Reference"],
        groups: [{ rows: references.map((reference, i) => [`${i + 1}`, reference]) }],
      },
    ],
  };
}
