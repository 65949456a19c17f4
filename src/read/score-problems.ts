import type { Scale } from "../schema/index.ts";
import type { NumberRange } from "./cells/number-range.ts";
import { isOnGrid } from "./scale-problem.ts";

/** Digits after the point in the shortest way to write a number. */
function decimals(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** The smallest of 10, 100, 1000… that reaches a number. */
function powerOfTen(value: number): number {
  return Number(`1e${Math.max(1, Math.ceil(Math.log10(value)))}`);
}

/** How the scale is changed: by an option for a whole file, or for one outcome in the file. */
function remedy(option: string, outcome: string | null): string {
  if (outcome === null) return `use --${option}`;
  return `give this outcome the ${option} under outcomes in a JSON file`;
}

function problemOfEnd(score: number, scale: Scale, outcome: string | null): string | undefined {
  const { minimum, maximum, step } = scale;
  if (score < minimum || score > maximum) {
    const lowest = score < minimum ? (score < 0 ? -powerOfTen(-score) : 0) : minimum;
    const highest = score > maximum ? (score > 0 ? powerOfTen(score) : 0) : maximum;
    const option = `${remedy(`scale ${lowest}-${highest}`, outcome)} if scores go that far`;
    return `score ${score} is outside the scale ${minimum}–${maximum}; ${option}`;
  }
  if (isOnGrid(score, scale)) return undefined;
  const finer = Number(`1e-${Math.max(...[score, minimum, maximum, step].map(decimals))}`);
  const option = `${remedy(`step ${finer}`, outcome)} if scores are that fine`;
  return `score ${score} is not on the scale ${minimum}–${maximum} in steps of ${step}; ${option}`;
}

/**
 * What is wrong with a score, and the option that would make it right.
 *
 * @param score Its lowest and highest value, in the units of the scale.
 * @param scale The scale in force.
 * @param outcome The outcome scored; null in a file that names none.
 * @returns One problem for each end that has one; none where the score is on the grid and within the scale.
 * @example
 * scoreProblems({ lower: 73, upper: 73 }, { minimum: 0, maximum: 10, step: 1 });
 * // ["score 73 is outside the scale 0–10; use --scale 0-100 if scores go that far"]
 */
export function scoreProblems(score: NumberRange, scale: Scale, outcome: string | null = null): string[] {
  const ends = score.lower === score.upper ? [score.lower] : [score.lower, score.upper];
  return ends.map((end) => problemOfEnd(end, scale, outcome)).filter((problem) => problem !== undefined);
}
