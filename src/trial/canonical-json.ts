import type { Json } from "../schema/provenance.ts";

/**
 * The one text of a JSON value: keys in the order of their code units, no spaces. Equal values have equal texts, so that a
 * hash of it tells whether a plan was changed.
 *
 * @throws {RangeError} for a number that JSON cannot hold.
 * @see Rundgren, Jordan & Erdtman (2020), RFC 8785, section 3.2 (JSON Canonicalization Scheme).
 * @example
 * canonicalJson({ b: [1, null], a: "x" }); // '{"a":"x","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError(`JSON cannot hold the number ${value}`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value as Json);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  // By code units, as RFC 8785 asks.
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
}
