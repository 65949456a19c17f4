import type { WordTable } from "../comparison/comparison-tables.ts";

/** A heading, sentences and tables in words, and the place of a picture. */
export interface WordSection {
  id: string;
  heading: string;
  sentences: readonly string[];
  tables: readonly WordTable[];
  /** Sentences for those who want to know more. */
  notes?: readonly string[];
  /** Words under which a page folds the tables away; absent where they are seen at once. */
  foldedUnder?: string;
}

/** A result in words, before it is set as text, Markdown or HTML. */
export interface WordReport {
  /** Whose result it is. */
  name: string;
  /** What the report is about, such as "how well the curve fits". */
  subject: string;
  /** What was looked at, in a few words each. */
  meta: readonly string[];
  /** The answer in one or two sentences. */
  answer: string;
  sections: readonly WordSection[];
}

/** The sections that say something. */
export function spokenSections({ sections }: WordReport): WordSection[] {
  return sections.filter(({ sentences, tables }) => sentences.length + tables.length > 0);
}
