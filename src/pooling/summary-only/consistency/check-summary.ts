import type { SummaryConsistency } from "../../../schema/summary-consistency.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import { checkReport } from "../feasible/check-report.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";

/**
 * Checks the printed numbers of a report against each other.
 *
 * A check that fails says that the numbers can't all be as printed: a misprint, a patient left out or another scale explain it as
 * well as anything worse. One that passes proves nothing.
 *
 * @param report The numbers as printed.
 * @param checks Checks to make, such as `consistencyChecks`; those that need numbers the report lacks are left out.
 * @returns What each check found, and whether all passed.
 * @throws {RangeError} for numbers that are none.
 * @example
 * checkSummary({ n: 38, percent: 83.5, percentDecimals: 1 }, consistencyChecks).consistent; // false
 */
export function checkSummary(report: SummaryReport, checks: readonly ConsistencyCheck[]): SummaryConsistency {
  checkReport(report);
  const found = checks
    .filter((check) => check.applies(report))
    .map(({ name, label, reference, check }) => ({ check: name, label, ...check(report), reference }));
  return {
    kind: "summary-consistency",
    schemaVersion: 1,
    consistent: found.every(({ consistent }) => consistent),
    checks: found,
  };
}
