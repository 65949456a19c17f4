import type { RelapseRow } from "../../src/schema/relapse.ts";

/** Rows from two columns in survreg's convention: null at the right is not yet seen, equal ends are exact. */
export function rowsOf(left: readonly number[], right: readonly (number | null)[]): RelapseRow[] {
  return left.map((lower, i) => ({ lower, upper: right[i]! }));
}
