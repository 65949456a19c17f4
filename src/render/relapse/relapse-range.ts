import type { RelapseResult } from "../../schema/index.ts";

/** The earliest and the latest of n times. */
export interface RelapseRange {
  n: number;
  minimum: number;
  maximum: number;
}

/** The range of times that a result comes from; null where it comes from rows. */
export function rangeOf({ provenance }: Pick<RelapseResult, "provenance">): RelapseRange | null {
  const { range } = provenance.options;
  if (typeof range !== "object" || range === null || Array.isArray(range)) return null;
  const { n, minimum, maximum } = range;
  const isWhole = typeof n === "number" && typeof minimum === "number" && typeof maximum === "number";
  return isWhole ? { n, minimum, maximum } : null;
}
