/** A sentence of a methods paragraph, and the sources that it rests on. */
export interface Cited {
  /** Ends with a full stop, before which the numbers of its sources are put. */
  sentence: string;
  references: readonly string[];
}

/** A paragraph for a paper, and what it cites by number. */
export interface MethodsParagraph {
  text: string;
  references: string[];
}

/**
 * Numbers the sources of sentences in the order in which they are first cited.
 *
 * @example
 * citedParagraph([{ sentence: "It was pooled.", references: ["A 2001"] }]).text; // "It was pooled [1]."
 */
export function citedParagraph(parts: readonly Cited[]): MethodsParagraph {
  const references = [...new Set(parts.flatMap((part) => part.references))];
  const text = parts.map(({ sentence, references: own }) => {
    if (own.length === 0) return sentence;
    const numbers = [...new Set(own)].map((source) => references.indexOf(source) + 1).sort((a, b) => a - b);
    return `${sentence.slice(0, -1)} [${numbers.join(",")}].`;
  });
  return { text: text.join(" "), references };
}
