import { inverseVariance } from "./inverse-variance.ts";
import { mantelHaenszel } from "./mantel-haenszel.ts";
import { peto } from "./peto.ts";
import type { PoolMethod } from "./pool-method.ts";

/** Every way from summaries to a pool, the default first. */
export const poolMethods: readonly PoolMethod[] = [inverseVariance, mantelHaenszel, peto];

export type { PoolMethod } from "./pool-method.ts";
export { inverseVariance, mantelHaenszel, peto };
