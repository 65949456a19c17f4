import type { Provenance } from "../../schema/index.ts";
import type { Cited } from "../words/cited.ts";

/** A sentence without sources. */
export function plainly(sentence: string): Cited {
  return { sentence, references: [] };
}

/** What it was computed with, and the seed where numbers were drawn. */
export function softwareSentence({ package: name, version, seed }: Provenance): Cited {
  return plainly(`Computed with ${name} ${version}${seed === null ? "" : ` (seed ${seed})`}.`);
}
