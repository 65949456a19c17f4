/** Probabilities closer than this are the same: R's tolerance, √ε. */
const TOLERANCE = 2 ** -26;

/**
 * When a falling step function comes down to a level, by R's mid-point convention: where a whole step lies at the level,
 * the middle of that step, and the middle up to the last time known where the step is the last.
 *
 * @param times Ascending.
 * @param values From each time on; null where undefined, which is passed over.
 * @param level In (0, 1).
 * @returns null where the function stays above the level.
 * @see Brookmeyer & Crowley (1982), Biometrics 38:29–41, section 2; survfit's `quantile` in R, which is the same for
 * values that never rise.
 * @example
 * crossingTime([2, 5, 9], [0.75, 0.5, 0.25], 0.5); // 7
 */
export function crossingTime(
  times: readonly number[],
  values: readonly (number | null)[],
  level: number,
): number | null {
  const reached = values.findIndex((value) => value !== null && value <= level + TOLERANCE);
  if (reached < 0) return null;
  const passed = values.findIndex((value) => value !== null && value <= level - TOLERANCE);
  if (passed >= 0) return 0.5 * (times[reached]! + times[passed]!);
  const last = values.at(-1) ?? null;
  return last === null ? null : 0.5 * (times[reached]! + times.at(-1)!);
}
