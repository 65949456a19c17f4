/** One thing wrong with the data: where it stands and what it is. */
export interface InputIssue {
  /** File name, or a JSON path such as `rows[3].score`. */
  path: string;
  /** Row of the file, counted from 1 with the header as row 1. */
  row?: number;
  /** Name of the column. */
  column?: string;
  /** What failed, what is needed, what was found; no period at the end. */
  message: string;
}

/**
 * The data are wrong. Carries every problem found, not only the first.
 *
 * @example
 * new InputError([{ path: "scores.csv", row: 3, column: "score", message: "not a number" }]).issues.length; // 1
 */
export class InputError extends Error {
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    super(issues.map(formatInputIssue).join("\n"));
    this.name = "InputError";
    this.issues = issues;
  }
}

/** `file:row:column: message`, leaving out what is not known. */
export function formatInputIssue(issue: InputIssue): string {
  const place = [issue.path, issue.row, issue.column].filter((part) => part !== undefined && part !== "");
  return `${place.join(":")}: ${issue.message}`;
}

/** Every way in which readable data can have no answer. */
export type EstimationErrorCode =
  | "too-few-observations"
  | "no-course"
  | "not-converged"
  | "not-identifiable"
  | "no-draws"
  | "no-sample";

/**
 * The data are right, the answer does not exist.
 *
 * @example
 * new EstimationError("too-few-observations", "needs at least 3 scores, got 1").code; // "too-few-observations"
 */
export class EstimationError extends Error {
  readonly code: EstimationErrorCode;

  constructor(code: EstimationErrorCode, message: string) {
    super(message);
    this.name = "EstimationError";
    this.code = code;
  }
}
