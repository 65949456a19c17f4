import { type Command, Option } from "commander";
import { InputError } from "../errors.ts";
import type { IntervalMethod } from "../inference/interval-method.ts";
import { intervalMethods } from "../inference/interval-methods.ts";
import { profile } from "../inference/profile/profile.ts";
import type { ReadPatientsOptions } from "../read/read-patients.ts";
import {
  defaultPriors,
  type FitResponseOptions,
  type PriorSet,
  priorSets,
  type ResponseModel,
  responseModels,
  scoreErrorModels,
} from "../response/index.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import type { Improvement } from "../schema/scale.ts";
import { type InputText, readInput } from "./files.ts";
import type { Io } from "./io.ts";
import {
  choiceOption,
  chosenScale,
  horizonOption,
  levelOption,
  numberOption,
  relapseOption,
  seedOption,
  stepOption,
} from "./options.ts";
import { UsageError } from "./report-error.ts";

/** Options of a response fit as they stand on the command line. */
export interface ResponseFlags {
  model: string;
  interval: string;
  priors: string;
  errors: string;
  improvement?: Improvement;
  relapseAt: RelapseRule;
  horizon: number;
  averageDays?: boolean;
  baselines: NonNullable<FitResponseOptions["baselines"]>;
  doseOn?: string;
  serialCorrelation?: number;
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
  return command
    .addOption(
      choiceOption("--model <model>", "relief curve", names(responseModels), responseModels[0]!.name),
    )
    .addOption(
      choiceOption("--interval <method>", "interval method", ["auto", ...names(intervalMethods)], "auto"),
    )
    .option(
      "--priors <set>",
      `set of priors: ${names(priorSets).join(", ")}, or a JSON file`,
      defaultPriors.name,
    )
    .addOption(
      choiceOption(
        "--errors <model>",
        "how scores scatter",
        names(scoreErrorModels),
        scoreErrorModels[0]!.name,
      ),
    )
    .addOption(
      new Option(
        "--improvement <way>",
        "which way scores go when it gets better (default: the file's, else decrease)",
      ).choices(["decrease", "increase"]),
    )
    .addOption(relapseOption())
    .addOption(horizonOption())
    .option("--average-days", "average over the bounds of days even where a day is given")
    .addOption(baselinesOption())
    .option("--dose-on <parameter>", "let a parameter of each course, such as T50, follow the dose")
    .addOption(serialOption())
    .option("--scale <range>", "lowest and highest score, such as 0-100 (default: the file's, else 0-10)")
    .addOption(stepOption())
    .addOption(levelOption())
    .addOption(seedOption());
}

function baselinesOption(): Option {
  const description = "one score without treatment for all courses, or each course's own (2 to 6 courses)";
  return choiceOption("--baselines <kind>", description, ["shared", "own"], "shared");
}

function serialOption(): Option {
  return numberOption(
    "--serial-correlation <share>",
    "compute the main quantities again with this correlation of deviations a day apart",
    (value) => value >= 0 && value < 1,
    "a number from 0 to below 1",
  );
}

/** How files of patients are read under the flags, which are checked before any file is. */
export function patientOptions(
  flags: Pick<ResponseFlags, "scale" | "step" | "improvement">,
): (input: InputText) => ReadPatientsOptions {
  const scale = chosenScale(flags);
  const { improvement } = flags;
  const asked = { ...(scale && { scale }), ...(improvement && { improvement }) };
  return ({ path, stem }) => ({ path, patient: stem, ...asked });
}

/** A named set, else a file that tells one. */
export async function chosenPriors(priors: string, io: Io): Promise<PriorSet> {
  const set = priorSets.find(({ name }) => name === priors);
  if (set) return set;
  const needed = `--priors needs one of ${names(priorSets).join(", ")}, or a JSON file`;
  if (priors === "-") throw new UsageError(`${needed}, got -: the standard input is for patients`);
  const { text, path } = await readInput(priors, io).catch((error) => {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(`${needed}; ${error.message}`);
  });
  const { readPriors } = await import("../read/read-priors.ts");
  const parameters = new Set(responseModels.flatMap((model) => names(model.parameters)));
  // The file may make a prior flat where its base has none.
  return { interval: profile, ...readPriors(text, { path, sets: priorSets, parameters: [...parameters] }) };
}

/** The options of `fitResponse` that the flags mean; `auto` leaves the interval method to it. */
export async function fitOptions(flags: ResponseFlags, io: Io): Promise<FitResponseOptions> {
  return fitOptionsWith(flags, await chosenPriors(flags.priors, io));
}

/** The same where the priors have been read. */
export function fitOptionsWith(
  flags: ResponseFlags,
  priors: FitResponseOptions["priors"],
): FitResponseOptions {
  const interval: IntervalMethod | undefined =
    flags.interval === "auto" ? undefined : named(intervalMethods, flags.interval);
  const model: ResponseModel = named(responseModels, flags.model);
  return {
    model,
    interval,
    priors,
    errors: named(scoreErrorModels, flags.errors),
    relapseAt: flags.relapseAt,
    horizon: flags.horizon,
    averageDays: flags.averageDays ?? false,
    baselines: flags.baselines,
    ...(flags.doseOn !== undefined && { doseOn: flags.doseOn }),
    ...(flags.serialCorrelation !== undefined && { serialCorrelation: flags.serialCorrelation }),
    level: flags.level,
    seed: flags.seed,
  };
}
