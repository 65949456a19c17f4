import type { ModelComparison } from "../../schema/index.ts";
import { formatFixed } from "../format-number.ts";

/** Differences of predictions below it don't count. */
const COUNTS = 2;

/** Which model predicts the scores best, and how many these scores can't tell from it. */
export function comparisonAnswer({ models, nObservations }: ModelComparison): string {
  const judged = models.filter(({ difference }) => difference !== null);
  const best = judged.find(({ difference }) => difference === 0);
  const failed = models.length - judged.length;
  const without = failed === 0 ? "" : ` ${failed} of ${models.length} models could not be judged.`;
  if (!best) return `No model could be judged by the ${nObservations} scores.`;
  const close = judged.filter(
    ({ model, difference }) => model !== best.model && difference! > -COUNTS,
  ).length;
  const named = `“${best.label}” predicts the scores left out best`;
  const others = judged.length - 1;
  if (others === 0) return `“${best.label}” is the only model that could be judged.${without}`;
  const verdict =
    close === 0
      ? `, ahead of every other model by ${COUNTS} or more`
      : `; ${nObservations} scores can’t tell it from ${close} of the ${others} others, which are behind by less than ${formatFixed(COUNTS, 0)}`;
  return `${named}${verdict}.${without}`;
}
