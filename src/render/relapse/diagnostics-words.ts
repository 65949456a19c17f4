import type { RelapseDiagnostics } from "../../schema/index.ts";
import { count } from "../text/assumptions.ts";

/** How far the model lies from the courses at most. */
export function diagnosticsAnswer({ model, largestDistance, masses }: RelapseDiagnostics): string {
  if (largestDistance === null)
    return `No relapse was seen, so that nothing can be said of how well the law “${model}” fits.`;
  const points = count(Math.round(100 * largestDistance), "percentage point");
  const isKnown = masses.some(({ lower, upper }) => lower === upper);
  const where = isKnown ? "" : ", where the courses tell it at all";
  return `The shares relapsed by the law “${model}” and by the courses alone differ by ${points} at most${where}.`;
}

/** What the picture shows, and what it cannot. */
export const DIAGNOSTICS_NOTES: readonly string[] = [
  "A box or a step far from the dashed line speaks against the law; one on it does not speak for it, since the law has seen these courses.",
];
