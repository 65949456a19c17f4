import type { PooledResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { leftOutSentences, meaningSentences } from "./pooled-words.ts";
import type { ReadablePool } from "./read-pool.ts";

/** What every report of a pool ends with: what was left out, what it can mean, and warnings. */
export function closingSections(
  result: ReadablePool & Pick<PooledResult, "nSeries" | "leftOut" | "warnings">,
): WordSection[] {
  return [
    { id: "left-out", heading: "What was left out", sentences: leftOutSentences(result), tables: [] },
    {
      id: "unknown",
      heading: "What this can and cannot mean",
      sentences: meaningSentences(result),
      tables: [],
    },
    {
      id: "warnings",
      heading: "Warnings",
      sentences: result.warnings.map(({ message }) => (/[.!?]$/u.test(message) ? message : `${message}.`)),
      tables: [],
    },
  ];
}
