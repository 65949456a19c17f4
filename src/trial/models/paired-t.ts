import type { Warning } from "../../schema/provenance.ts";
import type { TrialModelAnswer } from "../../schema/trial-model-answer.ts";
import type { TrialModel, TrialModelSettings } from "../trial-model.ts";
import { blockDifferences } from "./block-differences.ts";
import { differenceRow } from "./effect-rows.ts";
import { testedMean } from "./tested-mean.ts";

const ONE_BLOCK: Warning = {
  code: "too-few-blocks",
  message: "One pair or block tells nothing of how much the difference varies: there is no interval.",
};
const NO_SPREAD: Warning = {
  code: "no-spread",
  message:
    "The difference is the same in every block, so that its spread can't be estimated: there is no interval, and no test.",
};

/** Why there is no interval, if there is none. */
function missingSpread(nBlocks: number, standardError: number | null): Warning[] {
  if (standardError !== null) return [];
  return [nBlocks < 2 ? ONE_BLOCK : NO_SPREAD];
}

/**
 * Student's t test of the differences between period means within pairs or blocks.
 *
 * @see Student (1908), Biometrika 6:1–25, doi:10.1093/biomet/6.1.1; Senn (2024), Trials 25:128 (pairs of periods as the
 * unit in N-of-1 trials). doi:10.1186/s13063-024-07964-7
 * @example
 * pairedT.fit(trial, { treatment: "IVIG", reference: "saline", improvement: "decrease", level: 0.95, threshold: null, seed: 1 });
 */
export const pairedT: TrialModel = {
  name: "paired-t",
  label: "Paired t test over blocks",
  reference: "Student (1908), Biometrika 6:1–25",
  assumes:
    "The differences between the treatments within blocks are independent of each other and normal about one effect; a drift from block to block cancels.",
  fit(trial, settings: TrialModelSettings): TrialModelAnswer {
    const { name, label, assumes } = pairedT;
    const { differences, nScores, warnings } = blockDifferences(label, trial, settings);
    const { test, ...answer } = testedMean(differences, settings.level);
    return {
      model: name,
      label,
      assumes,
      estimates: [differenceRow(settings, { ...answer, method: "paired t" })],
      test,
      probabilities: [],
      nScores,
      warnings: [...warnings, ...missingSpread(differences.length, answer.standardError)],
    };
  },
};
