import type { EvidenceRow } from "../../schema/evidence-table.ts";
import type { Series } from "../../schema/series.ts";

/** Columns of a control group end so. */
const CONTROL = "_control";

function textOf({ moderators }: Series, column: string): string | null {
  const value = moderators[column];
  return value === undefined || value === "" ? null : String(value);
}

function comparisonOf(treatment: string | null, comparator: string | null, controlled: boolean): string {
  const treated = treatment ?? "treatment";
  return controlled ? `${treated} against ${comparator ?? "control"}` : `${treated} alone`;
}

/**
 * Lists which comparison each paper makes, and whether it has a control group. It is a table only: series without a control group
 * can't be compared with each other, and nothing indirect is computed from them.
 *
 * @param series As `readSeries` returns them; the columns `treatment`, `comparator`, `design` and `outcome` are used where there
 * are such. A series counts as controlled where it gives numbers of a control group.
 * @returns One row for each series, controlled ones first, else in their order.
 * @see Higgins et al. (2023), Cochrane Handbook, version 6.4, chapter 11, section 11.4.1 (comparisons need a common comparator).
 * @example
 * evidenceTable(readSeries("series,events,n\nMorozumi 2009,5,5"))[0]?.comparison; // "treatment alone"
 */
export function evidenceTable(series: readonly Series[]): EvidenceRow[] {
  const rows = series.map((one): EvidenceRow => {
    const controlled = Object.keys(one.summary).some((column) => column.endsWith(CONTROL));
    const treatment = textOf(one, "treatment");
    const comparator = controlled ? textOf(one, "comparator") : null;
    const { n, n_control } = one.summary;
    return {
      series: one.series,
      treatment,
      comparator,
      controlled,
      comparison: comparisonOf(treatment, comparator, controlled),
      design: textOf(one, "design"),
      outcome: textOf(one, "outcome"),
      n: n === undefined ? null : n + (n_control ?? 0),
      overlaps: [...one.overlaps],
    };
  });
  return [...rows.filter(({ controlled }) => controlled), ...rows.filter(({ controlled }) => !controlled)];
}
