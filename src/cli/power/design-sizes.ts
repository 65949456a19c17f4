import {
  ab,
  aba,
  abab,
  alternating,
  completelyRandomized,
  randomizedBlocks,
  randomizedPairs,
} from "../../trial/index.ts";
import type { TrialDesign } from "../../trial/trial-design.ts";

const treatments = ["reference", "treatment"];

/** The option that gives a design its size, by its name in the flags. */
export type SizeFlag = "pairs" | "blocks" | "periods" | "scores";

/** What else a design is told. */
export interface SizeSettings {
  minimumLength: number;
  runLimit: number;
  perBlock: number;
}

/** A design that comes in several sizes. */
export interface SizedDesign {
  name: string;
  flag: SizeFlag;
  /** @throws {RangeError} when there is no such design. */
  design(size: number, settings: SizeSettings): TrialDesign;
}

const phases = [ab, aba, abab].map(
  (method): SizedDesign => ({
    name: method.name,
    flag: "scores",
    design: (nScores, { minimumLength }) => method.design({ treatments, nScores, minimumLength }),
  }),
);

/** Every design whose power the command line can look for, the default first. */
export const sizedDesigns: readonly SizedDesign[] = [
  {
    name: randomizedPairs.name,
    flag: "pairs",
    design: (nPairs) => randomizedPairs.design({ treatments, nPairs }),
  },
  {
    name: randomizedBlocks.name,
    flag: "blocks",
    design: (nBlocks, { perBlock }) =>
      randomizedBlocks.design({ treatments, nBlocks, perBlock: [perBlock, perBlock] }),
  },
  {
    name: completelyRandomized.name,
    flag: "periods",
    design: (n) => completelyRandomized.design({ treatments, nPeriods: [n, n] }),
  },
  {
    name: alternating.name,
    flag: "periods",
    design: (n, { runLimit }) => alternating.design({ treatments, nPeriods: [n, n], runLimit }),
  },
  ...phases,
];
