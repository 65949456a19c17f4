import type { Scale } from "../schema/index.ts";
import { parseRange } from "./cells/number-range.ts";
import { describeFound } from "./describe-found.ts";
import { scaleProblem } from "./scale-problem.ts";

/**
 * Reads a scale as it is written on the command line.
 *
 * @param text Lowest and highest score, joined by a hyphen or an en dash: `0-100`, `-5-5`.
 * @param step Distance between two neighbouring scores, > 0; `maximum − minimum` is a multiple of it.
 * @returns The scale.
 * @throws {RangeError} when the text is no range, runs backwards, or does not span whole steps.
 * @example
 * parseScale("0-100"); // { minimum: 0, maximum: 100, step: 1 }
 */
export function parseScale(text: string, step = 1): Scale {
  const range = parseRange(text);
  if (range === undefined) {
    throw new RangeError(`A scale must be two numbers such as 0-100, got ${describeFound(text)}`);
  }
  const scale: Scale = { minimum: range.lower, maximum: range.upper, step };
  const problem = scaleProblem(scale);
  if (problem !== undefined) throw new RangeError(`A scale ${problem}`);
  return scale;
}
