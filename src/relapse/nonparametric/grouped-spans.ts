import { EstimationError } from "../../errors.ts";
import type { RelapseRow } from "../../schema/relapse.ts";
import type { RelapseSpan } from "../relapse-span.ts";
import { exactSpans } from "./exact-spans.ts";

/** The courses of each group, by the group's name. */
export type RelapseGroups = { readonly [group: string]: readonly RelapseRow[] };

/** All groups' courses in one list. */
export interface GroupedSpans {
  names: string[];
  spans: RelapseSpan[];
  /** Group of each span, from 0. */
  labels: number[];
  nPatients: number;
}

/**
 * Checks the rows of several groups and numbers their patients across them.
 *
 * @param what What is to be computed, for the message.
 * @throws {InputError} for unsound rows; `row` counts through the groups.
 * @throws {EstimationError} `too-few-observations` for fewer than two groups or one without rows, `not-identifiable`
 * where a relapse is known only as between two times.
 */
export function groupedSpans(what: string, groups: RelapseGroups): GroupedSpans {
  const names = Object.keys(groups);
  if (names.length < 2)
    throw new EstimationError(
      "too-few-observations",
      `Cannot compute ${what}: needs at least 2 groups, got ${names.length}`,
    );
  const empty = names.filter((name) => groups[name]!.length === 0);
  if (empty.length > 0)
    throw new EstimationError(
      "too-few-observations",
      `Cannot compute ${what}: needs at least 1 row in each group, got 0 in ${empty.map((name) => JSON.stringify(name)).join(", ")}`,
    );
  const spans = exactSpans(
    what,
    names.flatMap((name) => groups[name]!),
  );
  const labels = names.flatMap((name, g) => groups[name]!.map(() => g));
  return { names, spans, labels, nPatients: new Set(spans.map(({ patient }) => patient)).size };
}
