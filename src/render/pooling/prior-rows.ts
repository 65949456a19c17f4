import type { Estimate, PooledBayesSensitivity } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";

/** The pool under one prior, on the scale that people read. */
export interface PriorRow {
  /** Such as "Bayes, half-normal, scale 0.5". */
  label: string;
  mean: Estimate;
  prediction: Estimate;
  /** As it was pooled. */
  raw: Estimate;
  tau: Estimate;
  logBayesFactor: number | null;
}

function needed(rows: readonly Estimate[], parameter: string): Estimate {
  const row = findEstimate(rows, parameter);
  if (!row) throw new TypeError(`Cannot show the priors: needs a row "${parameter}" under each of them`);
  return row;
}

/** "half-normal, scale 0.5", for the middle of a sentence. */
export function priorName(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/**
 * Mean, prediction and τ under each prior.
 *
 * @throws {TypeError} where a row lacks one of them.
 */
export function priorRows({ rows }: PooledBayesSensitivity): PriorRow[] {
  return rows.map(({ priors, estimates, natural = estimates, logBayesFactor }) => ({
    label: `Bayes, ${priorName(priors.tau.label)}`,
    mean: needed(natural, "mean"),
    prediction: needed(natural, "prediction"),
    raw: needed(estimates, "mean"),
    tau: needed(estimates, "tau"),
    logBayesFactor,
  }));
}
