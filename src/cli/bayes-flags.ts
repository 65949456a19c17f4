import { type Command, InvalidArgumentError, Option } from "commander";
import {
  flatMean,
  type MeanPrior,
  normalMean,
  type TauPrior,
  type TauPriorFamily,
  tauPriors,
} from "../pooling/index.ts";
import { numberOption } from "./options.ts";

/** Options of a Bayesian pool as they stand on the command line. */
export interface BayesFlags {
  bayes?: boolean;
  tauPrior?: string;
  tauScale?: number[];
  meanPriorSd?: number;
}

function numbersIn(text: string): number[] {
  const values = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (values.every(Number.isFinite)) return values;
  throw new InvalidArgumentError(`a number, or several with commas between them, is needed, got "${text}"`);
}

const listed = ({ parameters }: TauPriorFamily): string => parameters.join(",");

/** Adds the flags of a Bayesian pool to a command. */
export function addBayesFlags(command: Command): Command {
  const several = tauPriors.map((family) => `${family.name} ${listed(family)}`).join("; ");
  return command
    .option(
      "--bayes",
      "pool by Bayes' rule: what is believed of the mean, of each series and of a further one",
    )
    .addOption(
      new Option(
        "--tau-prior <family>",
        `with --bayes: prior of how much series differ, τ (default: ${tauPriors[0]!.name})`,
      ).choices(tauPriors.map(({ name }) => name)),
    )
    .addOption(
      new Option(
        "--tau-scale <numbers>",
        `numbers of that prior (${several}), in units of the estimates; default scale: from the numbers of patients. Without --bayes: scale of the priors beside the headline`,
      ).argParser(numbersIn),
    )
    .addOption(
      numberOption(
        "--mean-prior-sd <deviation>",
        "with --bayes: normal prior of the mean around 0 on the scale of the pool, which gives a Bayes factor (default: flat)",
        (value) => value > 0,
        "a number above 0",
      ),
    );
}

function familyOf({ tauPrior }: BayesFlags): TauPriorFamily {
  return tauPriors.find(({ name }) => name === tauPrior) ?? tauPriors[0]!;
}

/** Whether a family is known from a scale alone. */
function hasScaleOnly({ parameters: [first, ...rest] }: TauPriorFamily): boolean {
  return first === "scale" && rest.length === 0;
}

/** What is wrong with the numbers of a prior. */
function numberProblems(flags: BayesFlags): string[] {
  const family = familyOf(flags);
  const { tauScale } = flags;
  const needed = `--tau-scale: --tau-prior ${family.name} needs ${listed(family)}`;
  if (tauScale === undefined) return hasScaleOnly(family) ? [] : [needed];
  if (tauScale.length !== family.parameters.length) return [`${needed}, got ${tauScale.join(",")}`];
  try {
    family.create(...tauScale);
    return [];
  } catch (error) {
    if (error instanceof RangeError) return [`--tau-scale: ${error.message}`];
    throw error;
  }
}

/** Options of a Bayesian pool without meaning beside the others. */
export function bayesFlagProblems(flags: BayesFlags): string[] {
  const { bayes, tauPrior, meanPriorSd } = flags;
  if (bayes) return numberProblems(flags);
  return [
    ...(tauPrior === undefined ? [] : ["--tau-prior: needs --bayes"]),
    ...(meanPriorSd === undefined ? [] : ["--mean-prior-sd: needs --bayes"]),
    ...(tauPrior === undefined ? numberProblems(flags) : []),
  ];
}

/** The prior of τ that was asked for; null where its scale is needed and not known. */
export function tauPriorOf(flags: BayesFlags, usualScale: number | null): TauPrior | null {
  const family = familyOf(flags);
  if (flags.tauScale) return family.create(...flags.tauScale);
  return usualScale === null ? null : family.create(usualScale);
}

/** The prior of the mean that was asked for. */
export function meanPriorOf({ meanPriorSd }: BayesFlags): MeanPrior {
  return meanPriorSd === undefined ? flatMean : normalMean(0, meanPriorSd);
}
