import type { RelapseRow } from "../schema/relapse.ts";

/** The rows in a copy of their own, so that no later change of the caller's reaches a result; −0 becomes 0, as in JSON. */
export function observedRows(rows: readonly RelapseRow[]): RelapseRow[] {
  return rows.map((row) => ({
    ...row,
    lower: row.lower + 0,
    ...(row.covariates && { covariates: { ...row.covariates } }),
  }));
}
