import type { SummaryResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";

/** Whether the printed numbers agree with each other. */
export function checksSection({ consistency }: SummaryResult): WordSection {
  const { checks, consistent } = consistency;
  if (checks.length === 0)
    return { id: "checks", heading: "Do the numbers agree?", sentences: [], tables: [] };
  return {
    id: "checks",
    heading: "Do the numbers agree?",
    sentences: [
      consistent
        ? "No check found a contradiction. That doesn't make the numbers true."
        : "Some numbers can't all be as they are printed. It may be a slip of the pen, and everything below takes them as they stand.",
    ],
    tables: [
      {
        caption: "Each check of one number against the others.",
        head: ["Check", "Agrees", "Found"],
        groups: [
          {
            rows: checks.map(({ check, label, consistent: ok, message }) => [
              label ?? check.replaceAll("-", " "),
              ok ? "yes" : "no",
              `${message}.`,
            ]),
          },
        ],
      },
    ],
  };
}
