import type { Improvement } from "../schema/index.ts";
import type { Report } from "./collect-issues.ts";
import { describeFound } from "./describe-found.ts";

/**
 * Reads the `improvement` of a JSON file.
 *
 * @param found The value of the key.
 * @param report Takes what is wrong with it.
 * @param name Where the value stands, for messages.
 * @returns The way scores go when it gets better; undefined where it is neither.
 * @example
 * readJsonImprovement("increase", () => {}); // "increase"
 */
export function readJsonImprovement(
  found: unknown,
  report: Report,
  name = "improvement",
): Improvement | undefined {
  if (found === "decrease" || found === "increase") return found;
  report(`${name} must be "decrease" or "increase", got ${describeFound(found)}`, undefined, name);
  return undefined;
}
