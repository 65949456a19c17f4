import type { WordTable } from "../comparison/comparison-tables.ts";
import type { Cited } from "./cited.ts";
import { methodsSection } from "./methods-section.ts";
import { type Made, reproductionSection } from "./reproduction-section.ts";
import type { WordSection } from "./word-report.ts";

/** A section of sentences for a document. */
function onPaper(id: string, heading: string, sentences: readonly string[]): WordSection {
  return { id, heading, sentences, tables: [], isForPaper: true };
}

/** What the data could not tell. */
export function unknownOnPaper(sentences: readonly string[]): WordSection {
  return onPaper("unknown", "What the data could not tell", sentences);
}

/** What was taken for granted, and the priors. */
export function assumptionsOnPaper(sentences: readonly string[]): WordSection {
  return onPaper("assumptions", "Assumptions and priors", sentences);
}

/** What was read, with what was inferred. */
export function dataOnPaper(sentences: readonly string[], ...tables: WordTable[]): WordSection {
  return { ...onPaper("data", "The data as read", sentences), tables };
}

/**
 * What every report of results ends with: how they were computed, and how to compute them again.
 *
 * @param besides What else is needed to compute them again.
 */
export function closingPages(
  cited: readonly Cited[],
  results: readonly Made[],
  besides: readonly string[] = [],
): WordSection[] {
  const again = reproductionSection(results);
  const sentences = [...again.sentences, ...besides];
  return [methodsSection(cited), { ...again, sentences, isForPaper: true }];
}
