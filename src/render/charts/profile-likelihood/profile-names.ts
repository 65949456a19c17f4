import type { ParameterProfile } from "../../../schema/index.ts";
import { formatEstimate, formatInterval } from "../../format-number.ts";
import { plainText } from "../../plain-text.ts";

/** Units as an axis names them. */
const UNITS: Readonly<Record<string, string>> = {
  fraction: "Share of the baseline",
  day: "Days",
  score: "Score",
  ratio: "Factor",
  "": "Number",
};

/** Name of a quantity, and what stands behind its comma. */
function partsOf({ estimate: { label } }: ParameterProfile): [name: string, tail: string] {
  const [name, ...tail] = label.split(", ");
  return [plainText(name!), tail.join(", ")];
}

/** Name of a quantity, for the title of its plot. */
export const quantityName = (profile: ParameterProfile): string => partsOf(profile)[0];

/** Below a quantity: its unit, and whose course it is of where there are several. */
export function unitTitle(profile: ParameterProfile, nCourses: number): string {
  const { unit, course } = profile.estimate;
  const [, tail] = partsOf(profile);
  const name = tail.includes("of the way") ? "Share of the way" : (UNITS[unit] ?? unit);
  const typical = tail.includes("typical course") ? ", typical" : "";
  return `${name}${course === undefined || nCourses === 1 ? typical : `, course ${course}`}`;
}

/** A quantity with its best value and limits, for whoever points at them: "Relapse day, course 2: 90 days (79 to 102 days)". */
export function quantityWords(profile: ParameterProfile, nCourses: number): string {
  const { estimate } = profile;
  const own = estimate.course === undefined || nCourses === 1 ? "" : `, course ${estimate.course}`;
  return `${quantityName(profile)}${own}: ${formatEstimate(estimate)} (${formatInterval(estimate)})`;
}
