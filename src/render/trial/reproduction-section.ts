import type { Json, Provenance } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";

function optionInWords([name, value]: [string, Json]): string {
  return `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`;
}

/** What is needed to compute a result again. */
export function reproductionSection({
  package: name,
  version,
  seed,
  inputSha256,
  options,
}: Provenance): WordSection {
  const told = Object.entries(options).map(optionInWords);
  return {
    id: "reproduction",
    heading: "To compute this again",
    sentences: [
      `Made with ${name} ${version}; ${seed === null ? "no random numbers were drawn" : `seed ${seed}`}.`,
      ...(inputSha256 === null ? [] : [`SHA-256 of the input: ${inputSha256}`]),
      ...(told.length === 0 ? [] : [`Options: ${told.join("; ")}.`]),
    ],
    tables: [],
  };
}
