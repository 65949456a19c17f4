import type { Improvement } from "../../schema/scale.ts";
import type { TrialDesign } from "../trial-design.ts";
import type { PowerAnalysis } from "./power-analysis.ts";
import { randomizationAnalysis } from "./randomization-analysis.ts";

/** Options of `trialPower`. Those that are lists span a grid: every combination is tried out. */
export interface TrialPowerOptions {
  /** Designs of one patient each, such as pairs of several numbers; all of the same two or more treatments. */
  designs: readonly TrialDesign[];
  /** Score points by which the treatment is better; 0 is tried out besides, for the type I error. */
  effect: readonly number[];
  /** Standard deviation of the scores about their means, in score points. */
  standardDeviation: number;
  /** Default: the randomization test, two-sided, of the difference of means. */
  analyses?: readonly PowerAnalysis[];
  /** Patients, each with a trial of their own; default 1. */
  nPatients?: readonly number[];
  /** Correlation of a score with the next, in (−1, 1); default 0. */
  phi?: readonly number[];
  /** Change of the scores from one period (or score, in phase designs) to the next, in score points; default 0. */
  trend?: readonly number[];
  /** Share of the effect that goes on through the next period without the treatment, in [0, 1]; default 0. */
  carryover?: readonly number[];
  /** Share of the scores that are missing, in [0, 1); default 0. */
  missing?: readonly number[];
  /** Scores in each period; default 1. */
  scoresPerPeriod?: number;
  /** Standard deviation of the effect between patients, in score points; default 0. */
  effectStandardDeviation?: number;
  /** Which way scores move when the patient is better; default `decrease`. */
  improvement?: Improvement;
  /** Level of intervals; tests are at 1 − level; default 0.95. */
  level?: number;
  /** Power asked for; default 0.8. */
  target?: number;
  /** Simulated trials for each scenario; default 2,000. */
  nReplicates?: number;
  /** Default 1. */
  seed?: number;
  /** Told now and then how many simulated trials are done. */
  onProgress?: (progress: { done: number; total: number }) => void;
}

/** Options after defaults. */
export type PowerSetup = Required<Omit<TrialPowerOptions, "onProgress">> &
  Pick<TrialPowerOptions, "onProgress">;

function checkEach(
  option: string,
  values: readonly number[],
  test: (value: number) => boolean,
  needed: string,
): void {
  if (!Array.isArray(values) || values.length === 0)
    throw new RangeError(`${option} must be a list of ${needed}`);
  for (const value of values)
    if (!(typeof value === "number" && Number.isFinite(value) && test(value)))
      throw new RangeError(`${option} must hold ${needed}, got ${value}`);
  if (new Set(values).size < values.length)
    throw new RangeError(`${option} must hold each value once, got ${values.join(", ")}`);
}

function checkGrid({ effect, nPatients, phi, trend, carryover, missing }: PowerSetup): void {
  const whole = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 1000;
  checkEach("effect", effect, () => true, "numbers");
  checkEach("nPatients", nPatients, whole, "whole numbers from 1 to 1000");
  checkEach("phi", phi, (value) => Math.abs(value) < 1, "numbers between −1 and 1");
  checkEach("trend", trend, () => true, "numbers");
  checkEach("carryover", carryover, (value) => value >= 0 && value <= 1, "shares from 0 to 1");
  checkEach("missing", missing, (value) => value >= 0 && value < 1, "shares from 0 to below 1");
}

function checkOne(option: string, value: number, test: (value: number) => boolean, needed: string): void {
  if (!(Number.isFinite(value) && test(value)))
    throw new RangeError(`${option} must be ${needed}, got ${value}`);
}

function checkDesigns({ designs, analyses }: PowerSetup): void {
  if (!Array.isArray(designs) || designs.length === 0)
    throw new RangeError("designs must be a list of designs");
  if (!Array.isArray(analyses) || analyses.length === 0)
    throw new RangeError("analyses must be a list of analyses");
}

const DEFAULTS = {
  analyses: [randomizationAnalysis()],
  nPatients: [1],
  phi: [0],
  trend: [0],
  carryover: [0],
  missing: [0],
  scoresPerPeriod: 1,
  effectStandardDeviation: 0,
  improvement: "decrease",
  level: 0.95,
  target: 0.8,
  nReplicates: 2000,
  seed: 1,
} as const;

/**
 * Fills in the defaults of `trialPower` and checks every option.
 *
 * @throws {RangeError} when an option is out of range.
 */
export function powerSetup(options: TrialPowerOptions): PowerSetup {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const setup: PowerSetup = { ...DEFAULTS, ...(Object.fromEntries(given) as unknown as TrialPowerOptions) };
  checkDesigns(setup);
  checkGrid(setup);
  const { standardDeviation, effectStandardDeviation, scoresPerPeriod, nReplicates } = setup;
  checkOne("standardDeviation", standardDeviation, (value) => value > 0, "a number above 0");
  checkOne("effectStandardDeviation", effectStandardDeviation, (value) => value >= 0, "a number from 0");
  const whole = (least: number) => (value: number) =>
    Number.isInteger(value) && value >= least && value <= 1e7;
  checkOne("scoresPerPeriod", scoresPerPeriod, whole(1), "a whole number from 1");
  checkOne("nReplicates", nReplicates, whole(100), "a whole number from 100");
  checkOne("level", setup.level, (value) => value > 0 && value < 1, "between 0 and 1");
  checkOne("target", setup.target, (value) => value > 0 && value < 1, "between 0 and 1");
  checkOne("seed", setup.seed, Number.isSafeInteger, "a whole number");
  if (setup.improvement !== "decrease" && setup.improvement !== "increase")
    throw new RangeError(`improvement must be decrease or increase, got ${setup.improvement}`);
  return setup;
}
