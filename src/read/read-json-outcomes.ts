import type { Improvement, Scale } from "../schema/index.ts";
import type { Report } from "./collect-issues.ts";
import { describeFound, showText } from "./describe-found.ts";
import { reportUnknownName } from "./raw-table.ts";
import { readJsonImprovement } from "./read-json-improvement.ts";
import { readJsonScale } from "./read-json-scale.ts";

/** What a JSON file says of one outcome. */
export interface OutcomeSettings {
  /** `unsound` where it was reported. */
  scale?: Scale | "unsound";
  improvement?: Improvement;
}

const NEEDED =
  'must be { "scale": "0-100", "improvement": "increase" }, either of them left out where it is usual';
const KEYS = ["scale", "improvement"];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readOne(name: string, found: Record<string, unknown>, report: Report): OutcomeSettings {
  const settings: OutcomeSettings = {};
  for (const [key, value] of Object.entries(found)) {
    if (value === null) continue;
    if (key === "scale") settings.scale = readJsonScale(value, report, `${name}.scale`) ?? "unsound";
    else if (key === "improvement") {
      const improvement = readJsonImprovement(value, report, `${name}.improvement`);
      if (improvement !== undefined) settings.improvement = improvement;
    } else if (reportUnknownName(`key of ${name}`, key, KEYS, report) === "scale") settings.scale = "unsound";
  }
  return settings;
}

/**
 * Reads the `outcomes` of a JSON file: the scale of each outcome, and which way its scores go when it gets better.
 *
 * @param found The value of the key `outcomes`.
 * @param report Takes what is wrong with it.
 * @returns Settings by the name of the outcome.
 * @example
 * readJsonOutcomes({ walking: { improvement: "increase" } }, () => {}).get("walking"); // { improvement: "increase" }
 */
export function readJsonOutcomes(found: unknown, report: Report): Map<string, OutcomeSettings> {
  const outcomes = new Map<string, OutcomeSettings>();
  if (!isObject(found)) {
    report(
      `outcomes must be an object with a key for each outcome, got ${describeFound(found)}`,
      undefined,
      "outcomes",
    );
    return outcomes;
  }
  for (const [outcome, settings] of Object.entries(found)) {
    const name = `outcomes.${showText(outcome)}`;
    if (isObject(settings)) outcomes.set(outcome.trim(), readOne(name, settings, report));
    else report(`${name} ${NEEDED}, got ${describeFound(settings)}`, undefined, name);
  }
  return outcomes;
}
