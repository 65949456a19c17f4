import { EstimationError } from "../../errors.ts";
import type { RelapseModel } from "../models/relapse-model.ts";
import type { RelapseSpan } from "../relapse-span.ts";

/** Why the likelihood of independent courses has no maximum; null where it may have one. */
function reasonOf(spans: readonly RelapseSpan[], hasShape: boolean): string | null {
  const latestStart = Math.max(...spans.map(({ lower }) => lower));
  const earliestEnd = Math.min(...spans.map(({ upper }) => upper));
  if (earliestEnd === Infinity) return "needs at least 1 relapse, got none";
  if (latestStart === 0) return "needs a course known to be well at a time above 0, got none";
  if (!hasShape) return null;
  if (latestStart < earliestEnd)
    return `needs times that differ, got ${spans.length} that may all be the same (between ${latestStart} and ${earliestEnd})`;
  const exact = spans.filter(({ lower, upper }) => lower === upper);
  // All at one point, at which a law that is ever narrower has an ever higher density.
  if (latestStart === earliestEnd && exact.length > 0)
    return `needs times that differ, got ${spans.length} that may all be ${latestStart}`;
  return null;
}

/**
 * Refuses courses whose likelihood has no maximum.
 *
 * @throws {EstimationError} `not-identifiable`, with the reason.
 */
export function requireMaximum(spans: readonly RelapseSpan[], { name, shape }: RelapseModel): void {
  const reason = reasonOf(spans, shape !== null);
  if (reason === null) return;
  throw new EstimationError(
    "not-identifiable",
    `Cannot fit "${name}" by maximum likelihood: ${reason}; with priors there is an answer`,
  );
}
