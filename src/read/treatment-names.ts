import type { Report } from "./collect-issues.ts";
import { describeFound } from "./describe-found.ts";
import { nearestName } from "./nearest-name.ts";

/** A row that names its treatment. */
interface TreatedRow {
  row: number;
  cells: { treatment: string | null };
  broken: ReadonlySet<string>;
}

/** The letters of a name in the order of the alphabet: the same for letters that changed places. */
function lettersOf(name: string): string {
  return [...name.toLowerCase()].sort().join("");
}

function suggestion(name: string, others: readonly string[]): string {
  // Names are compared in small letters, as treatments are written in any.
  const lower = others.map((other) => other.toLowerCase());
  const near = nearestName(name, lower);
  const meant =
    others.find((other) => lettersOf(other) === lettersOf(name)) ??
    (near === undefined ? undefined : others[lower.indexOf(near)]);
  return meant === undefined ? "" : `; did you mean ${describeFound(meant)}?`;
}

/** Whether two names differ in capitals, spaces and hyphens only. */
function isWrittenAlike(name: string, other: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/gu, "");
  return plain(name) === plain(other);
}

/**
 * Checks the names of treatments: one that is not known, or must be written like a more frequent one, or is given once only.
 *
 * @param rows All rows of the file.
 * @param known Names that a treatment may have; undefined where the file decides.
 * @param report Takes every problem, with a suggestion.
 */
export function checkTreatmentNames(
  rows: readonly TreatedRow[],
  known: readonly string[] | undefined,
  report: Report,
): void {
  const rowsOf = new Map<string, number[]>();
  for (const { row, cells, broken } of rows) {
    if (cells.treatment !== null) rowsOf.set(cells.treatment, [...(rowsOf.get(cells.treatment) ?? []), row]);
    else if (!broken.has("treatment"))
      report("each row needs the name of its treatment, got none", row, "treatment");
  }
  for (const [name, at] of rowsOf) {
    const others = [...rowsOf.keys()].filter((other) => other !== name);
    if (known !== undefined && !known.includes(name)) {
      const message = `treatment must be one of ${known.join(", ")}, got ${describeFound(name)}`;
      for (const row of at) report(message + suggestion(name, known), row, "treatment");
    } else if (known === undefined) checkAmong(name, at, rowsOf, others, report);
  }
  if (rows.length > 0 && rowsOf.size === 1)
    report(`a trial needs at least 2 treatments, got only ${describeFound([...rowsOf.keys()][0])}`);
}

/** A name among the others of the file. */
function checkAmong(
  name: string,
  at: readonly number[],
  rowsOf: ReadonlyMap<string, readonly number[]>,
  others: readonly string[],
  report: Report,
): void {
  const meant = others.find((other) => isWrittenAlike(name, other) && rowsOf.get(other)!.length >= at.length);
  if (meant !== undefined) {
    const message = `treatment ${describeFound(name)} must be written like ${describeFound(meant)}, which has ${rowsOf.get(meant)!.length} rows`;
    for (const row of at) report(message, row, "treatment");
  } else if (at.length === 1) {
    const message = `each treatment needs at least 2 scores, got 1 of ${describeFound(name)}`;
    report(message + suggestion(name, others), at[0]!, "treatment");
  }
}
