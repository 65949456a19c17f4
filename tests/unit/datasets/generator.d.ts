/** The generator is plain JavaScript that npm run datasets and these tests share. */
declare module "*/scripts/datasets/generate-datasets.mjs" {
  import type { readRelapses, readSeries, readSummary } from "../../../src/read/index.ts";
  import type { simulatePatient } from "../../../src/response/simulate-patient.ts";
  import type { scheduleTrial, trialDesigns } from "../../../src/trial/index.ts";

  export function generateDatasets(
    seeds: unknown,
    methods: {
      simulatePatient: typeof simulatePatient;
      scheduleTrial: typeof scheduleTrial;
      trialDesigns: typeof trialDesigns;
      readRelapses: typeof readRelapses;
      readSeries: typeof readSeries;
      readSummary: typeof readSummary;
    },
  ): Map<string, string>;
}

declare module "*/scripts/datasets/read-seeds.mjs" {
  export function readSeeds(root: URL): {
    evidence: unknown[];
    simulated: unknown[];
    simulatedTrials: unknown[];
  };
}

declare module "*/scripts/datasets/relapse-rows.mjs" {
  export function relapseRows(seed: { id: string; timeline: unknown[] }): unknown[];
}

declare module "*/scripts/datasets/simulated.mjs" {
  export const PARAMETERS: string[];
}
