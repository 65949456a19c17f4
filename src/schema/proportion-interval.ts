import type { Estimate } from "./estimate.ts";
import type { Warning } from "./provenance.ts";

/** An interval for one proportion: an estimate's row, the counts it came from, and what there is to say about it. */
export interface ProportionInterval extends Estimate {
  events: number;
  /** Patients. */
  n: number;
  warnings: Warning[];
}
