import type { TrialDesignMethod } from "../trial-design.ts";
import { ab } from "./ab.ts";
import { aba } from "./aba.ts";
import { abab } from "./abab.ts";
import { alternating } from "./alternating.ts";
import { completelyRandomized } from "./completely-randomized.ts";
import { koehlerLevin } from "./koehler-levin.ts";
import { latinSquare } from "./latin-square.ts";
import { marascuiloBusk } from "./marascuilo-busk.ts";
import { randomStart } from "./random-start.ts";
import { randomizedBlocks } from "./randomized-blocks.ts";
import { randomizedPairs } from "./randomized-pairs.ts";
import { wampoldWorsham } from "./wampold-worsham.ts";
import { williams } from "./williams.ts";

export {
  ab,
  aba,
  abab,
  alternating,
  completelyRandomized,
  koehlerLevin,
  latinSquare,
  marascuiloBusk,
  randomizedBlocks,
  randomizedPairs,
  randomStart,
  wampoldWorsham,
  williams,
};

/** Every way to randomise a trial. */
export const trialDesigns: readonly TrialDesignMethod[] = [
  ab,
  aba,
  abab,
  randomStart,
  randomizedPairs,
  randomizedBlocks,
  completelyRandomized,
  alternating,
  wampoldWorsham,
  marascuiloBusk,
  koehlerLevin,
  latinSquare,
  williams,
];
