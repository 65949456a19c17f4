import { EstimationError } from "../../errors.ts";
import type { RelapseRow } from "../../schema/relapse.ts";
import { type RelapseSpan, relapseSpans } from "../relapse-span.ts";

/** `row 2`, `rows 2, 3 and 7`. */
function rowsInWords(numbers: readonly number[]): string {
  if (numbers.length === 1) return `row ${numbers[0]}`;
  return `rows ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

/**
 * Checks that rows are known exactly or not yet relapsed.
 *
 * @param what What is to be computed, for the message.
 * @throws {InputError} for unsound rows.
 * @throws {EstimationError} `too-few-observations` without a row; `not-identifiable` where a relapse is known only as
 * between two times, with the rows and the way out.
 */
export function exactSpans(what: string, rows: readonly RelapseRow[]): RelapseSpan[] {
  const spans = relapseSpans(rows);
  if (spans.length === 0)
    throw new EstimationError("too-few-observations", `Cannot compute ${what}: needs at least 1 row, got 0`);
  const between = spans.flatMap(({ lower, upper }, i) => (lower < upper && upper < Infinity ? [i + 1] : []));
  if (between.length > 0) {
    throw new EstimationError(
      "not-identifiable",
      `Cannot compute ${what}: needs relapses known exactly or not yet seen, got a relapse between two times in ${rowsInWords(between)}; turnbull takes such rows`,
    );
  }
  return spans;
}
