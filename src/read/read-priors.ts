import { type PriorFile, type PriorSet, priorFileSchema } from "../schema/prior-set.ts";
import { collectIssues, type Report } from "./collect-issues.ts";
import { describeFound, showText } from "./describe-found.ts";
import { reportUnknownName } from "./raw-table.ts";

/** How a file of priors is read. */
export interface ReadPriorsOptions {
  /** Sets that a file can start from; one that names no base starts from the first. */
  sets: readonly PriorSet[];
  /** Names of the curve parameters there are; default: any name is taken. */
  parameters?: readonly string[];
  /** Name of the input in messages; default `input`. */
  path?: string;
}

const LONGEST_TEXT = 2 ** 20;
const KEYS = ["name", "base", "baseline", "residualSd", "parameters", "spreads", "noEffectProbability"];
const SETTING_KEYS = ["mean", "sd"];
/** What has a spread between courses without being a parameter of the curve. */
const BASELINE = "baseline";

function parse(text: string, report: Report): unknown {
  try {
    if (text.length > LONGEST_TEXT) throw new RangeError(`${text.length} characters, over ${LONGEST_TEXT}`);
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    const found = showText(String((error as Error).message), 160);
    report(`the text is not valid JSON; needs an object such as { "name": "mine" }, got: ${found}`);
    return undefined;
  }
}

function at(found: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], found);
}

/** Every problem of the shape, each under the path of what is wrong. */
function checkShape(found: unknown, report: Report): PriorFile | undefined {
  const parsed = priorFileSchema.safeParse(found);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const name = showText(issue.path.join("."), 80);
    if (issue.code === "unrecognized_keys") {
      const known = issue.path.length === 0 ? KEYS : SETTING_KEYS;
      for (const key of issue.keys)
        reportUnknownName(name === "" ? "key" : `key of ${name}`, key, known, report);
      continue;
    }
    const value = at(found, issue.path);
    const got = value === undefined ? "none" : describeFound(value);
    report(`${name === "" ? "the JSON" : name} ${issue.message}, got ${got}`, undefined, name);
  }
  return undefined;
}

/** Names that stand for nothing would be left out without a word. */
function checkNames(
  { name, base, parameters, spreads }: PriorFile,
  options: ReadPriorsOptions,
  report: Report,
): void {
  const sets = options.sets.map((set) => set.name);
  if (sets.includes(name)) {
    report(
      `name must not be that of a set there is (${sets.join(", ")}), got ${describeFound(name)}`,
      undefined,
      "name",
    );
  }
  if (base !== undefined && !sets.includes(base)) {
    report(`base must be one of ${sets.join(", ")}, got ${describeFound(base)}`, undefined, "base");
  }
  const known = options.parameters;
  if (known === undefined) return;
  const asked = Object.keys(parameters ?? {});
  for (const key of asked) if (!known.includes(key)) reportUnknownName("parameter", key, known, report);
  const spreadable = [...known, BASELINE];
  for (const key of Object.keys(spreads ?? {})) {
    if (!spreadable.includes(key) && !asked.includes(key))
      reportUnknownName("parameter", key, spreadable, report);
  }
}

/**
 * Reads a set of priors from JSON: `{ name, base?, baseline?, residualSd?, parameters?, spreads?, noEffectProbability? }`.
 *
 * What the file leaves out is as in its base. Means and standard deviations are on the working scales (log of a positive
 * number, logit of a fraction), those of scores for a 0–10 scale; `sd: null` is flat, which `residualSd` cannot be.
 * Spreads are by parameter, or of the `baseline` where courses have their own.
 *
 * @param text The file, at most 2²⁰ characters.
 * @param options The sets to start from, the parameters there are, and a name for messages.
 * @returns The whole set.
 * @throws {InputError} with every problem of the file, each under the path of what is wrong.
 * @throws {RangeError} when there is no set to start from.
 * @example
 * readPriors('{ "name": "mine", "noEffectProbability": 0.5 }', { sets: [defaultPriors] }).parameters.T50; // { mean: Math.log(105), sd: 0.7 }
 */
export function readPriors(text: string, options: ReadPriorsOptions): PriorSet {
  const { report, throwIfAny } = collectIssues(options.path ?? "input");
  const found = parse(text, report);
  const file = found === undefined ? undefined : checkShape(found, report);
  if (file) checkNames(file, options, report);
  throwIfAny();
  const { base, parameters, spreads, ...own } = file as PriorFile;
  const start = options.sets.find((set) => set.name === base) ?? options.sets[0];
  if (start === undefined) throw new RangeError("sets must hold at least one set to start from, got none");
  return {
    ...start,
    ...own,
    parameters: { ...start.parameters, ...parameters },
    spreads: { ...start.spreads, ...spreads },
  };
}
