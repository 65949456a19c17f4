import type { Warning } from "../../schema/provenance.ts";
import type { Limits } from "./limits.ts";

/** From this many scores in each phase normal limits are near enough to their level. */
const ENOUGH = 10;

/**
 * What to say of normal limits from few scores; nothing where there are no limits, or enough scores.
 *
 * @param held How often simulated 95 % limits held the truth, in words, for 3, 5 and 8 scores in each phase.
 */
export function fewScores({ lower }: Limits, m: number, n: number, held: string): Warning[] {
  if (lower === null || Math.min(m, n) >= ENOUGH) return [];
  const message = `Normal limits from ${m} and ${n} scores are too narrow: simulated 95 % limits held the truth in ${held} with 3, 5 and 8 independent scores a phase`;
  return [{ code: "few-scores", message }];
}
