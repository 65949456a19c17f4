import type { EffectMeasure } from "../effect-measures/effect-measure.ts";
import type { Cells } from "./two-by-two.ts";

/** A measure that can be pooled over tables by Mantel and Haenszel's weights. */
export interface MantelHaenszelMeasure {
  readonly reference: string;
  /** The same measure for one series, with its name, label and scale. */
  readonly effect: EffectMeasure;
  /** True for a table that adds nothing to the pool, such as one without events. */
  silent(cells: Cells): boolean;
  /** Share of one table in the pool, up to a factor; ≥ 0, and 0 also for a table that speaks for one side only. */
  weight(cells: Cells): number;
  /**
   * The pooled effect on the measure's scale and its variance; not finite where the tables don't determine one.
   */
  pool(tables: readonly Cells[]): { estimate: number; variance: number };
}

/** Sum of one number of each table. */
export function sumOf(tables: readonly Cells[], term: (cells: Cells) => number): number {
  return tables.reduce((sum, cells) => sum + term(cells), 0);
}
