import { InputError, type InputIssue } from "../errors.ts";

/** Notes one thing wrong with the data; the row and the column are left out where the whole file is meant. */
export type Report = (message: string, row?: number, column?: string) => void;

/** Problems listed at most; a file that is not what it should be has one in every cell. */
const LISTED = 10_000;

/**
 * Collects every problem of one input, to throw them together.
 *
 * @param path Name of the input in messages.
 * @returns `report`, which notes a problem, and `throwIfAny`, which throws all of them in the order of the rows.
 * @example
 * const { report, throwIfAny } = collectIssues("scores.csv");
 * report("not a number", 3, "score");
 * throwIfAny(); // throws InputError: scores.csv:3:score: not a number
 */
export function collectIssues(path: string): { report: Report; throwIfAny: () => void } {
  const issues: InputIssue[] = [];
  let unlisted = 0;
  const report: Report = (message, row, column) => {
    if (issues.length === LISTED) unlisted += 1;
    else
      issues.push({
        path,
        ...(row !== undefined && { row }),
        ...(column !== undefined && { column }),
        message,
      });
  };
  const throwIfAny = (): void => {
    if (issues.length === 0) return;
    issues.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    if (unlisted > 0) issues.push({ path, message: `${unlisted} more problems are not listed` });
    throw new InputError(issues);
  };
  return { report, throwIfAny };
}
