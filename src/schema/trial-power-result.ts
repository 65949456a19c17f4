import * as z from "zod/mini";
import { type Json, type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type Improvement, improvementSchema } from "./scale.ts";

/** A design that was tried out. */
export interface TriedDesign {
  /** Name of the design, and the settings that make it again. */
  design: string;
  label: string;
  settings: { [setting: string]: Json };
  /** How large it is: pairs, blocks, periods or scores of each patient. */
  size: number;
  sizeUnit: "pair" | "block" | "period" | "score";
  /** The least p-values that a randomization test can reach with it, for one patient. */
  smallestPValue: { oneSided: number; twoSided: number };
}

/** What was taken for the truth. */
export interface PowerScenario {
  nPatients: number;
  /** Correlation of a score with the next. */
  phi: number;
  /** Change of the scores from one period (or score, in phase designs) to the next, in score points. */
  trend: number;
  /** Share of the effect that goes on through the next period without the treatment. */
  carryover: number;
  /** Share of the scores that are missing, at random. */
  missing: number;
  /** Score points by which the treatment is better. */
  effect: number;
}

/** What one analysis found in the simulated trials of one scenario. Limits are those of the simulation, at 95 %. */
export interface TrialPowerRow extends PowerScenario {
  design: string;
  size: number;
  sizeUnit: TriedDesign["sizeUnit"];
  /** Name of the analysis. */
  analysis: string;
  label: string;
  /** Share of the trials in which no effect was rejected. */
  power: number;
  powerStandardError: number;
  powerLower: number;
  powerUpper: number;
  /** The same share when the treatment does nothing. */
  typeOneError: number;
  typeOneStandardError: number;
  typeOneLower: number;
  typeOneUpper: number;
  /** Mean width of the intervals with two ends; null where there was none. */
  width: number | null;
  widthStandardError: number | null;
  /** Share of the trials whose interval has two ends. */
  closed: number;
  /** Share of the intervals, open ones too, that hold the true difference; null where they are of something else. */
  coverage: number | null;
  coverageStandardError: number | null;
  /** Absent in files of versions that did not give them. */
  coverageLower?: number | null;
  coverageUpper?: number | null;
  /** Mean of the estimates, in the analysis' own unit; null where there was none. */
  estimate: number | null;
  /** Trials that the analysis had no answer for: they count as not rejected. */
  nWithoutAnswer: number;
  nReplicates: number;
}

/** The smallest of the designs that reaches the power asked for, scenario by scenario. */
export interface SmallestDesign extends PowerScenario {
  design: string;
  analysis: string;
  label: string;
  /** null where none of them does. */
  size: number | null;
  sizeUnit: TriedDesign["sizeUnit"];
  power: number | null;
  /** True where the simulation's lower limit reaches the target too. */
  isSure: boolean;
}

/** The answer of `trialPower`. */
export interface TrialPowerResult {
  kind: "trial-power";
  schemaVersion: 1;
  improvement: Improvement;
  /** Standard deviation of the scores about their means, in score points. */
  standardDeviation: number;
  /** Standard deviation of the effect between patients, in score points. */
  effectStandardDeviation: number;
  /** Scores in each period; 1 in phase designs. */
  scoresPerPeriod: number;
  /** Level of the intervals; the tests are at 1 − level. */
  level: number;
  /** Power asked for. */
  target: number;
  nReplicates: number;
  designs: TriedDesign[];
  rows: TrialPowerRow[];
  smallest: SmallestDesign[];
  warnings: Warning[];
  provenance: Provenance;
}

const number = z.number();
const nullableNumber = z.nullable(number);
const share = z.number().check(z.gte(0), z.lte(1));
const sizeUnit = z.enum(["pair", "block", "period", "score"]);
const scenario = {
  nPatients: z.int(),
  phi: number,
  trend: number,
  carryover: number,
  missing: share,
  effect: number,
};

export const trialPowerResultSchema: z.ZodMiniType<TrialPowerResult> = z.strictObject({
  kind: z.literal("trial-power"),
  schemaVersion: z.literal(1),
  improvement: improvementSchema,
  standardDeviation: number,
  effectStandardDeviation: number,
  scoresPerPeriod: z.int(),
  level: share,
  target: share,
  nReplicates: z.int(),
  designs: z.array(
    z.strictObject({
      design: z.string(),
      label: z.string(),
      settings: z.record(z.string(), z.json()),
      size: number,
      sizeUnit,
      smallestPValue: z.strictObject({ oneSided: share, twoSided: share }),
    }),
  ),
  rows: z.array(
    z.strictObject({
      ...scenario,
      design: z.string(),
      size: number,
      sizeUnit,
      analysis: z.string(),
      label: z.string(),
      power: share,
      powerStandardError: number,
      powerLower: share,
      powerUpper: share,
      typeOneError: share,
      typeOneStandardError: number,
      typeOneLower: share,
      typeOneUpper: share,
      width: nullableNumber,
      widthStandardError: nullableNumber,
      closed: share,
      coverage: z.nullable(share),
      coverageStandardError: nullableNumber,
      coverageLower: z.optional(z.nullable(share)),
      coverageUpper: z.optional(z.nullable(share)),
      estimate: nullableNumber,
      nWithoutAnswer: z.int(),
      nReplicates: z.int(),
    }),
  ),
  smallest: z.array(
    z.strictObject({
      ...scenario,
      design: z.string(),
      analysis: z.string(),
      label: z.string(),
      size: nullableNumber,
      sizeUnit,
      power: z.nullable(share),
      isSure: z.boolean(),
    }),
  ),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
}) as z.ZodMiniType<TrialPowerResult>;
