import type { TrialPowerResult } from "../../src/schema/index.ts";
import {
  ab,
  effectSizeAnalysis,
  modelAnalysis,
  nap,
  pairedT,
  randomizationAnalysis,
  randomizedPairs,
  trialPower,
} from "../../src/trial/index.ts";

const treatments = ["placebo", "IVIG"];
const pairs = (...sizes: number[]) => sizes.map((nPairs) => randomizedPairs.design({ treatments, nPairs }));

/** Tables of power, of few replicates: one size, several scenarios, more lines than colours, and a level that fails. */
export const powerFixtures: Readonly<Record<string, TrialPowerResult>> = {
  "one size": trialPower({ designs: pairs(6), effect: [2], standardDeviation: 1, nReplicates: 100 }),
  "several scenarios": trialPower({
    designs: pairs(4, 6, 8),
    effect: [2],
    standardDeviation: 1.5,
    phi: [0, 0.3],
    analyses: [randomizationAnalysis(), modelAnalysis(pairedT)],
    nReplicates: 200,
  }),
  "twenty lines": trialPower({
    designs: pairs(3, 4),
    effect: [1, 2],
    standardDeviation: 1.5,
    trend: [-0.5, 0, 0.5, 1, 2],
    missing: [0, 0.1],
    analyses: [modelAnalysis(pairedT)],
    nReplicates: 100,
  }),
  "AB with correlated scores": trialPower({
    designs: [ab.design({ treatments, nScores: 26, minimumLength: 3 })],
    effect: [0, 2],
    standardDeviation: 1,
    phi: [0.6],
    analyses: [effectSizeAnalysis(nap, { nullValue: 0.5 })],
    nReplicates: 100,
  }),
};
