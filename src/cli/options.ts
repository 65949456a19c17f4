import { InvalidArgumentError, Option } from "commander";
import { parseScale } from "../read/parse-scale.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import type { Scale } from "../schema/scale.ts";
import type { DrawingFlags } from "./drawing.ts";
import type { InteractiveFlags } from "./interactive.ts";
import { UsageError } from "./report-error.ts";

/** Options that every command takes. */
export interface CommonOptions extends DrawingFlags, InteractiveFlags {
  format: string;
  output?: string;
  quiet?: boolean;
  /** What computes it again, as `commandLine` says it. */
  commandLine?: string;
}

export function numberOption(
  flags: string,
  description: string,
  test: (value: number) => boolean,
  needed: string,
): Option {
  return new Option(flags, description).argParser((text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isFinite(value) || !test(value))
      throw new InvalidArgumentError(`${needed} is needed, got "${text}"`);
    return value;
  });
}

/** A choice among the names of a registry. */
export function choiceOption(
  flags: string,
  description: string,
  names: readonly string[],
  chosen: string,
): Option {
  return new Option(flags, description).choices(names).default(chosen);
}

export const levelOption = (description = "two-sided level of intervals"): Option =>
  numberOption("--level <level>", description, (v) => v > 0 && v < 1, "a number between 0 and 1").default(
    0.95,
  );

export const seedOption = (description = "seed of random numbers"): Option =>
  numberOption("--seed <seed>", description, Number.isSafeInteger, "a whole number").default(1);

/** `--seed` of a command that draws nothing: every command takes it, so that scripts may pass it to each. */
export const unusedSeedOption = (): Option => seedOption("taken by every command; nothing here is drawn");

/** `--level` of a command without intervals: every command takes it. */
export const unusedLevelOption = (): Option =>
  levelOption("taken by every command; nothing here has an interval");

const isPositive = (value: number): boolean => value > 0;

export const horizonOption = (): Option =>
  numberOption(
    "--horizon <days>",
    "days over which relief-days are counted",
    isPositive,
    "a positive number",
  ).default(180);

export const stepOption = (): Option =>
  numberOption("--step <step>", "distance between two scores", isPositive, "a positive number");

/** `30%` is relief as a share of the baseline, `VAS:6` (or any word before the colon) a score. */
export const relapseOption = (): Option =>
  new Option(
    "--relapse-at <rule>",
    "relapse: relief below a share of baseline (30%), or a score as bad as this one or worse (VAS:6)",
  )
    .default({ relief: 0.3 }, "30%")
    .argParser((text): RelapseRule => {
      const share = /^(\d+(?:\.\d+)?)\s*%$/u.exec(text.trim());
      if (share && Number(share[1]) > 0 && Number(share[1]) < 100) return { relief: Number(share[1]) / 100 };
      const score = /^[A-Za-z]+:(-?\d+(?:\.\d+)?)$/u.exec(text.trim());
      if (score) return { score: Number(score[1]) };
      throw new InvalidArgumentError(`a share such as 30% or a score such as VAS:6 is needed, got "${text}"`);
    });

/** The scale of `--scale` and `--step`; undefined where the file or the default decides. */
export function chosenScale(options: { scale?: string; step?: number }): Scale | undefined {
  if (options.scale === undefined && options.step === undefined) return undefined;
  try {
    return parseScale(options.scale ?? "0-10", options.step);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
