import { InputError, type InputIssue } from "../errors.ts";
import type { RelapseRow } from "../schema/relapse.ts";

/** How a relapse is known: `lower` < T ≤ `upper`, or T = `lower` where the two are equal. */
export interface RelapseSpan {
  lower: number;
  /** Infinity where there is no relapse yet. */
  upper: number;
  /** Index of the row's patient, in the order of their first rows. */
  patient: number;
}

function problemOf({ lower, upper, course, covariates }: RelapseRow): string | null {
  if (!(Number.isFinite(lower) && lower >= 0)) return `lower must be a number of at least 0, got ${lower}`;
  if (upper !== null && !Number.isFinite(upper)) return `upper must be a number or null, got ${upper}`;
  if (upper !== null && upper < lower) return `upper must not be below lower, got ${lower} to ${upper}`;
  if (upper === 0) return "a relapse at time 0 has no duration; upper must be above 0, got 0";
  if (course !== undefined && !(Number.isInteger(course) && course > 0))
    return `course must be a whole number from 1, got ${course}`;
  const wrong = Object.entries(covariates ?? {}).find(([, value]) => !Number.isFinite(value));
  return wrong ? `covariate ${wrong[0]} must be a number, got ${wrong[1]}` : null;
}

/**
 * Checks relapse rows, and numbers their patients.
 *
 * @param rows One for each course; times from 0 on.
 * @throws {InputError} with a problem for each unsound row: `row` counts from 1.
 */
export function relapseSpans(rows: readonly RelapseRow[]): RelapseSpan[] {
  const issues = rows.flatMap((row, i): InputIssue[] => {
    const message = problemOf(row);
    return message === null ? [] : [{ path: "rows", row: i + 1, message }];
  });
  if (issues.length > 0) throw new InputError(issues);
  const known = new Map<string, number>();
  let nPatients = 0;
  return rows.map(({ lower, upper, patient }) => {
    const index = known.get(patient ?? "") ?? nPatients++;
    if (patient) known.set(patient, index);
    return { lower, upper: upper ?? Infinity, patient: index };
  });
}
