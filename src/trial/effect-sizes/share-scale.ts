import { InputError, type InputIssue } from "../../errors.ts";
import type { CheckedPhases } from "./phases.ts";

/** How shares are written: from 0 to 1, or from 0 to 100. */
export const SHARE_SCALES: Readonly<Record<"proportion" | "percentage", number>> = {
  proportion: 1,
  percentage: 100,
};

/**
 * Checks that all scores are shares.
 *
 * @param whole 1 or 100.
 * @throws {InputError} when a score is below 0 or above the whole.
 */
export function checkShares({ baseline, treatment }: CheckedPhases, whole: number): void {
  const issues: InputIssue[] = Object.entries({ baseline, treatment }).flatMap(
    ([phase, { scores, indices }]) =>
      scores.flatMap((score, i) => {
        if (score >= 0 && score <= whole) return [];
        return [
          { path: `${phase}[${indices[i]}]`, message: `needs a share from 0 to ${whole}, got ${score}` },
        ];
      }),
  );
  if (issues.length > 0) throw new InputError(issues);
}
