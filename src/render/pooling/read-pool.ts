import type { Companion, Estimate, NaturalPool, NaturalScale, PooledResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";

/** A pool on the scale on which it is told and drawn. */
export interface ReadPool extends NaturalScale {
  /** The pooled mean; without limits where there is one series. */
  mean: Estimate;
  prediction: Estimate | null;
  companions: readonly Companion[];
  series: NaturalPool["series"];
}

/** What is read of a pool, by whichever method it was made. */
export type ReadablePool = Pick<PooledResult, "estimates" | "series" | "natural"> &
  Partial<Pick<PooledResult, "companions">>;

/** The pool on the scale that people read; as it was pooled where no other is known. */
export function readPool(result: ReadablePool): ReadPool {
  const known: NaturalPool = result.natural ?? {
    label: "Estimate",
    unit: "",
    axis: "linear",
    noEffect: null,
    estimates: result.estimates,
    companions: result.companions ?? [],
    series: result.series,
  };
  const mean = findEstimate(known.estimates, "mean");
  if (!mean) throw new TypeError('Cannot show the pool: needs a row "mean" among its estimates');
  const { estimates: _, ...scale } = known;
  return { ...scale, mean, prediction: findEstimate(known.estimates, "prediction") ?? null };
}

/** Whether series were pooled at all; one alone is not. */
export function isPooled({ nSeries }: Pick<PooledResult, "nSeries">): boolean {
  return nSeries > 1;
}

/** Whether one effect was taken for all series, so that nothing is said of others. */
export function assumesOneEffect({ estimates }: PooledResult): boolean {
  return findEstimate(estimates, "tauSquared") === undefined;
}
