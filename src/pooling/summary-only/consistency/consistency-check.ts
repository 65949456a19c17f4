import type { SummaryReport } from "../../../schema/summary-report.ts";

/** What a check found. */
export interface CheckFinding {
  /** Names of the numbers that were compared. */
  quantities: string[];
  /** False: the numbers can't all be as printed. */
  consistent: boolean;
  /** What was found, against what must be true; no period at the end. */
  message: string;
}

/** A check of a report's printed numbers against each other, as a value. */
export interface ConsistencyCheck {
  readonly name: string;
  /** Its name for people. */
  readonly label: string;
  /** Where it comes from. */
  readonly reference: string;
  /** Whether the report has the numbers that the check compares. */
  applies(report: SummaryReport): boolean;
  /** Compares them; asked only where it applies. */
  check(report: SummaryReport): CheckFinding;
}
