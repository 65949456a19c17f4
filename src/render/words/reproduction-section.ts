import type { Json, Provenance } from "../../schema/index.ts";
import type { WordSection } from "./word-report.ts";

/** A result, as far as it says how it was made. */
export interface Made {
  kind: string;
  provenance: Provenance;
}

/** A value without the words of a machine. */
function inWords(value: Json): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(inWords).join(", ");
  if (typeof value !== "object") return String(value);
  const parts = Object.entries(value).map(([name, part]) => `${name} ${inWords(part)}`);
  return parts.length === 0 ? "none" : `(${parts.join(", ")})`;
}

const optionInWords = ([name, value]: [string, Json]): string => `${name} ${inWords(value)}`;

/** Options or settings in words, such as "level 0.95; seed 1". */
export function optionsInWords(options: Provenance["options"]): string {
  return Object.entries(options).map(optionInWords).join("; ");
}

/** The options of each result that differ from those of the one before. */
function optionSentences(results: readonly Made[]): string[] {
  const told = results.map(({ kind, provenance }) => ({ kind, options: optionsInWords(provenance.options) }));
  const others = told.filter(({ options }, i) => told.findIndex((one) => one.options === options) === i);
  return others
    .filter(({ options }) => options !== "")
    .map(
      ({ kind, options }, i) =>
        `Options${i === 0 ? "" : ` of the ${kind.replaceAll("-", " ")}`}: ${options}.`,
    );
}

/**
 * What is needed to compute results again: version, seed, options after defaults, the input's SHA-256 and the command line.
 *
 * @param results Those of one report, the main one first; none for no section.
 */
export function reproductionSection(results: readonly Made[]): WordSection {
  const first = results[0]?.provenance;
  const place = { id: "reproduction", heading: "To compute this again", tables: [] };
  if (!first) return { ...place, sentences: [] };
  const { package: name, version, inputSha256, command } = first;
  const seed = results.map(({ provenance }) => provenance.seed).find((one) => one !== null);
  return {
    ...place,
    sentences: [
      `Made with ${name} ${version}; ${seed === undefined ? "no random numbers were drawn" : `seed ${seed}`}.`,
      ...(inputSha256 === null ? [] : [`SHA-256 of the input: ${inputSha256}`]),
    ],
    notes: optionSentences(results),
    foldedUnder: "Options, after defaults",
    ...(command !== undefined && { code: [command] }),
  };
}
