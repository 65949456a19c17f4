import type { Warning } from "../schema/provenance.ts";
import type { Trial } from "../schema/trial.ts";
import { typeOneErrors } from "./type-one-errors.ts";

/** Above this a share is said: 5 % and twice the standard error of 1,000 trials. */
export const SAID_ABOVE = 0.064;

/** Whether the treatment changes once only, as in AB phases. */
function changesOnce({ scores }: Pick<Trial, "scores">): boolean {
  return scores.filter(({ treatment }, i) => i > 0 && treatment !== scores[i - 1]!.treatment).length <= 1;
}

const percent = (rate: number): string => `${Math.round(100 * rate)} %`;

/** "a", "a and b", "a, b and c". */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/**
 * What a reader must know of an analysis that finds effects where there are none more often than it says, in trials like this one.
 *
 * @param analysis Name of the analysis.
 * @returns Empty where the simulations found nothing amiss.
 */
export function typeOneErrorWarnings(analysis: string, trial: Pick<Trial, "scores">): Warning[] {
  const fixed = changesOnce(trial);
  const found = typeOneErrors.filter(
    (one) => one.analysis === analysis && one.hasFixedOrder === fixed && one.rate > SAID_ABOVE,
  );
  if (found.length === 0) return [];
  const kind = fixed ? "with one change of treatment" : "of randomised pairs";
  const shares = listed(found.map(({ phi, rate }) => `${percent(rate)} where φ is ${phi}`));
  return [
    {
      code: "type-one-error",
      message: `In simulated trials of 20 scores ${kind} and without any effect it found one at the 5 % level in ${shares}, φ being the correlation of a score with the next: a small p-value, or an interval without 0, means less than it says.`,
    },
  ];
}
