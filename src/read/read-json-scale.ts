import type { Scale } from "../schema/index.ts";
import { parseRange } from "./cells/number-range.ts";
import type { Report } from "./collect-issues.ts";
import { describeFound } from "./describe-found.ts";
import { scaleProblem } from "./scale-problem.ts";

const NEEDED = 'must be { "minimum": 0, "maximum": 100, "step": 1 } or "0-100"';
const KEYS = ["minimum", "maximum", "step"];

/** The three numbers, or what was found in their place. */
function readNumbers(found: unknown): Scale | string {
  if (typeof found === "string") {
    const range = parseRange(found);
    return range ? { minimum: range.lower, maximum: range.upper, step: 1 } : describeFound(found);
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) return describeFound(found);
  const cells = new Map<string, unknown>(Object.entries(found));
  const other = [...cells.keys()].find((key) => !KEYS.includes(key));
  if (other !== undefined) return `the key ${describeFound(other)}`;
  const [minimum, maximum, step] = KEYS.map((key) => cells.get(key));
  if (typeof minimum === "number" && typeof maximum === "number" && typeof step === "number") {
    return { minimum, maximum, step };
  }
  const wrong = KEYS.filter((key) => typeof cells.get(key) !== "number");
  return wrong.map((key) => `${key} ${cells.has(key) ? describeFound(cells.get(key)) : "absent"}`).join(", ");
}

/**
 * Reads the `scale` of a JSON file.
 *
 * @param found The value of the key `scale`.
 * @param report Takes what is wrong with it.
 * @param name Where the value stands, for messages.
 * @returns The scale; undefined where it is unsound.
 * @example
 * readJsonScale("0-100", () => {}); // { minimum: 0, maximum: 100, step: 1 }
 */
export function readJsonScale(found: unknown, report: Report, name = "scale"): Scale | undefined {
  const scale = readNumbers(found);
  if (typeof scale === "string") {
    report(`${name} ${NEEDED}, got ${scale}`, undefined, name);
    return undefined;
  }
  const problem = scaleProblem(scale);
  if (problem === undefined) return scale;
  report(`${name} ${problem}`, undefined, name);
  return undefined;
}
