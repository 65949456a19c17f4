import type { Provenance } from "../schema/provenance.ts";
import { version } from "../version.ts";
import { optionsAsJson, type PoolSettings } from "./pool-options.ts";

/** Where a result on a pool comes from: the options, and the seed where random numbers were drawn. */
export function poolProvenance(settings: PoolSettings, drawn: boolean): Provenance {
  return {
    package: "nof1",
    version,
    seed: drawn ? settings.seed : null,
    inputSha256: null,
    options: optionsAsJson(settings),
  };
}
