const SHOWN = 40;

/** Line breaks, control characters and invisible ones (such as right-to-left marks) would garble a message. */
function escapeInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) as number;
    return `\\u{${code.toString(16)}}`;
  });
}

/**
 * A name or text from the file as it may stand in a message: one line, nothing invisible, not too long.
 *
 * @param text Anything at all.
 * @param length Characters shown at most.
 * @returns The text, shortened by `…`.
 * @example
 * showText("pain\nscore"); // "pain\\u{a}score"
 */
export function showText(text: string, length: number = SHOWN): string {
  const characters = Array.from(text.slice(0, 2 * length + 2));
  const shown = characters.length > length ? `${characters.slice(0, length).join("")}…` : text;
  return escapeInvisible(shown);
}

/**
 * What was found in a cell, for the end of a message.
 *
 * @param found Text of a CSV cell, or any JSON value.
 * @returns Text in quotes, a number as it is, anything larger by its kind.
 * @example
 * describeFound("abc"); // "\"abc\""
 */
export function describeFound(found: unknown): string {
  if (typeof found === "string") return `"${showText(found)}"`;
  if (Array.isArray(found)) return "a list";
  return typeof found === "object" && found !== null ? "an object" : String(found);
}
