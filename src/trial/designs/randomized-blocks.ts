import type { TrialDesignMethod } from "../trial-design.ts";
import { blockDesign } from "./block-design.ts";
import { checkTreatments, checkWhole, checkWholes } from "./design-checks.ts";
import { seenBlocks, seenPerTreatment } from "./seen-in-trials.ts";

/** Settings of randomised blocks. */
export type RandomizedBlocksSettings = {
  treatments: readonly string[];
  nBlocks: number;
  /** Periods of each treatment in a block, in the order of the treatments; one of each unless given. */
  perBlock?: readonly number[];
};

/** Blocks of periods of any size with any number of treatments, each block in an order of its own. */
export const randomizedBlocks: TrialDesignMethod<RandomizedBlocksSettings> = {
  name: "randomized-blocks",
  label: "Randomized blocks",
  description: "Blocks that hold each treatment equally often, in an order drawn for each block.",
  reference: "Edgington & Onghena (2007), Randomization Tests, 4th ed., chapter 11",
  example: { treatments: ["saline", "low dose", "high dose"], nBlocks: 2, perBlock: [2, 1, 1] },
  design(settings) {
    const treatments = checkTreatments(settings);
    const nBlocks = checkWhole("nBlocks", settings.nBlocks, 1);
    const perBlock = checkWholes("perBlock", settings.perBlock ?? treatments.map(() => 1), 1);
    if (perBlock.length !== treatments.length)
      throw new RangeError(`perBlock must have ${treatments.length} numbers, got ${perBlock.length}`);
    const { name, label } = randomizedBlocks;
    return blockDesign(
      { name, label, settings: { treatments, nBlocks, perBlock }, treatments },
      nBlocks,
      perBlock,
    );
  },
  settingsOf(trials, treatments) {
    const nBlocks = seenBlocks(trials);
    if (nBlocks === undefined) return { treatments };
    const perBlock = seenPerTreatment(trials, treatments).map((n) => Math.max(1, Math.round(n / nBlocks)));
    return { treatments, nBlocks, perBlock };
  },
};
