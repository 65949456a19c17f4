import { normalInterval } from "../inference/random-effects/normal-interval.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { Companion, PooledResult } from "../schema/pooled-result.ts";
import type { Warning } from "../schema/provenance.ts";

/** Whether the limits leave out 0, which means no effect on the scale of every pool that has such a value. */
function excludesNoEffect({ lower, upper }: Estimate): boolean {
  return lower !== null && upper !== null && (lower > 0 || upper < 0);
}

function disagreement(k: number, chosen: string, chosenExcludes: boolean): Warning {
  const words = chosenExcludes
    ? `The ${chosen} interval leaves out “no effect”, the normal (z) one holds it: the series happen to agree, which makes the first one narrow. Please take the wider one.`
    : `The normal (z) interval leaves out “no effect”, the ${chosen} one holds it. The normal one takes τ² as known, which ${k} series do not tell, and is too narrow; please go by the ${chosen} one: whether there is an effect is not settled.`;
  return { code: "intervals-disagree", message: words };
}

/**
 * Puts the normal interval beside another one where the two differ on whether there is an effect, and says which to trust.
 *
 * @param result A pool of several series on a scale where 0 means no effect.
 * @param normal The same pool by the normal interval; computed only where it is needed.
 */
export function withNormalAnswer(result: PooledResult, normal: () => PooledResult): PooledResult {
  const [headline] = result.estimates;
  if (result.nSeries < 2 || !headline || headline.method === normalInterval.name) return result;
  const [row] = normal().estimates;
  const chosenExcludes = excludesNoEffect(headline);
  if (!row || chosenExcludes === excludesNoEffect(row)) return result;
  const isThere = result.companions.some((companion) => companion.row.method === normalInterval.name);
  const companion: Companion = { label: normalInterval.label, row };
  const chosen = result.methods?.interval ?? headline.method;
  return {
    ...result,
    companions: [...result.companions, ...(isThere ? [] : [companion])],
    warnings: [...result.warnings, disagreement(result.nSeries, chosen, chosenExcludes)],
  };
}
