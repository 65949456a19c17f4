/** JSON of one row alone, or of a list of rows, as a table; any other text as it is. */
export function asTable(text: string): string {
  try {
    const found: unknown = JSON.parse(text.replace(/^\uFEFF/u, ""));
    if (Array.isArray(found)) return JSON.stringify({ rows: found });
    if (typeof found === "object" && found !== null && !("rows" in found))
      return JSON.stringify({ rows: [found] });
  } catch {
    // What is wrong with it is said where it is read.
  }
  return text;
}
