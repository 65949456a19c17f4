import type { WordTable } from "../comparison/comparison-tables.ts";

/** A heading, sentences and tables in words, and the place of a picture. */
export interface WordSection {
  id: string;
  heading: string;
  sentences: readonly string[];
  /** Text to be copied, set as one paragraph above the sentences. */
  paragraph?: string;
  tables: readonly WordTable[];
  /** Sentences for those who want to know more. */
  notes?: readonly string[];
  /** Lines to be copied as they stand, such as a command. */
  code?: readonly string[];
  /** Words under which a page folds the tables away; absent where they are seen at once. */
  foldedUnder?: string;
  /** True for what belongs in a document, and is left out on a terminal. */
  isForPaper?: boolean;
}

/** A result in words, before it is set as text, Markdown or HTML. */
export interface WordReport {
  /** Whose result it is. */
  name: string;
  /** What the report is about, such as "how well the curve fits". */
  subject: string;
  /** What was asked, as a sentence. */
  question: string;
  /** What was looked at, in a few words each. */
  meta: readonly string[];
  /** The answer in one or two sentences. */
  answer: string;
  sections: readonly WordSection[];
}

/** The sections that say something. */
export function spokenSections({ sections }: WordReport): WordSection[] {
  return sections.filter(
    ({ sentences, tables, paragraph, code = [] }) =>
      paragraph !== undefined || sentences.length + tables.length + code.length > 0,
  );
}
