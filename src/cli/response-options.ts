import type { Command } from "commander";
import { type IntervalMethod, intervalMethods } from "../inference/index.ts";
import {
  type FitResponseOptions,
  priorSets,
  type ResponseModel,
  responseModels,
  scoreErrorModels,
} from "../response/index.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import { choiceOption, levelOption, numberOption, relapseOption, seedOption } from "./options.ts";

/** Options of a response fit as they stand on the command line. */
export interface ResponseFlags {
  model: string;
  interval: string;
  priors: string;
  errors: string;
  relapseAt: RelapseRule;
  horizon: number;
  averageDays?: boolean;
  level: number;
  seed: number;
  scale?: string;
  step?: number;
}

function names(registry: readonly { name: string }[]): string[] {
  return registry.map(({ name }) => name);
}

function named<T extends { name: string }>(registry: readonly T[], name: string): T {
  return registry.find((entry) => entry.name === name)!;
}

/** Adds the flags of a response fit to a command. */
export function addResponseFlags(command: Command): Command {
  const positive = (value: number): boolean => value > 0;
  return command
    .addOption(
      choiceOption("--model <model>", "relief curve", names(responseModels), responseModels[0]!.name),
    )
    .addOption(
      choiceOption("--interval <method>", "interval method", ["auto", ...names(intervalMethods)], "auto"),
    )
    .addOption(choiceOption("--priors <set>", "set of priors", names(priorSets), priorSets[0]!.name))
    .addOption(
      choiceOption(
        "--errors <model>",
        "how scores scatter",
        names(scoreErrorModels),
        scoreErrorModels[0]!.name,
      ),
    )
    .addOption(relapseOption())
    .addOption(
      numberOption(
        "--horizon <days>",
        "days over which relief-days are counted",
        positive,
        "a positive number",
      ).default(180),
    )
    .option("--average-days", "average over the bounds of days even where a day is given")
    .option("--scale <range>", "lowest and highest score, such as 0-100 (default: the file's, else 0-10)")
    .addOption(numberOption("--step <step>", "distance between two scores", positive, "a positive number"))
    .addOption(levelOption())
    .addOption(seedOption());
}

/** The options of `fitResponse` that the flags mean; `auto` is the first interval method. */
export function fitOptions(flags: ResponseFlags): FitResponseOptions {
  const interval: IntervalMethod =
    flags.interval === "auto" ? intervalMethods[0]! : named(intervalMethods, flags.interval);
  const model: ResponseModel = named(responseModels, flags.model);
  return {
    model,
    interval,
    priors: named(priorSets, flags.priors),
    errors: named(scoreErrorModels, flags.errors),
    relapseAt: flags.relapseAt,
    horizon: flags.horizon,
    averageDays: flags.averageDays ?? false,
    level: flags.level,
    seed: flags.seed,
  };
}
