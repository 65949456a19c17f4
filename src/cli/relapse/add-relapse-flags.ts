import { type Command, InvalidArgumentError, Option } from "commander";
import { relapseClusterings, relapsePriorSets, survivalBands } from "../../relapse/index.ts";
import {
  choiceOption,
  levelOption,
  numberOption,
  relapseOption,
  seedOption,
  stepOption,
} from "../options.ts";
import { relapseAnalyses } from "./relapse-analyses.ts";
import { relapseCharts } from "./relapse-charts.ts";

const positive = (value: number): boolean => value > 0;
const names = (registry: readonly { name: string }[]): string[] => registry.map(({ name }) => name);

/** Numbers, one option after the other or several behind one. */
function numbers(test: (value: number) => boolean, needed: string) {
  return (text: string, before: readonly number[] = []): number[] => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isFinite(value) || !test(value))
      throw new InvalidArgumentError(`${needed} is needed, got "${text}"`);
    return [...before, value];
  };
}

/** `dose=2`, one or several. */
function assignments(text: string, before: { [name: string]: number } = {}): { [name: string]: number } {
  const [, name, value] = /^([^=]+)=(.+)$/u.exec(text.trim()) ?? [];
  if (name === undefined || !Number.isFinite(Number(value)))
    throw new InvalidArgumentError(`a covariate and a number such as dose=2 is needed, got "${text}"`);
  return { ...before, [name.trim()]: Number(value) };
}

function addModelFlags(command: Command): Command {
  const intervals = [...new Set(relapseAnalyses.flatMap((analysis) => analysis.intervals))];
  return command
    .addOption(
      choiceOption(
        "--model <model>",
        "law of the time to relapse, or method without one",
        names(relapseAnalyses),
        relapseAnalyses[0]!.name,
      ),
    )
    .addOption(
      choiceOption(
        "--interval <method>",
        "interval method, as far as the model has it",
        ["auto", ...intervals],
        "auto",
      ),
    )
    .addOption(
      new Option(
        "--priors <set>",
        "set of priors (default: weak, but flat for profile, wald and cluster-robust); flat is maximum likelihood",
      ).choices(names(relapsePriorSets)),
    )
    .addOption(
      new Option("--cluster <method>", "how several courses of one patient are allowed for").choices([
        "none",
        ...names(relapseClusterings),
      ]),
    )
    .option("--covariate <column...>", "columns that may change the time to relapse")
    .addOption(
      new Option(
        "--at <column=number...>",
        "covariates of the course that the answer is for (default: their means)",
      ).argParser(assignments),
    )
    .option("--trend", "let the time to relapse change from course to course")
    .option("--group <column>", "compare groups of courses: a column of numbers, course or patient");
}

function addQuantityFlags(command: Command): Command {
  return command
    .addOption(
      new Option("--time <times...>", "times up to which the probability of staying well is given").argParser(
        numbers(positive, "a positive number"),
      ),
    )
    .addOption(
      new Option(
        "--quantile <shares...>",
        "shares relapsed by which times are given (default: 0.25 0.5 0.75)",
      ).argParser(numbers((value) => value > 0 && value < 1, "a number between 0 and 1")),
    )
    .addOption(
      numberOption(
        "--restricted-to <time>",
        "time up to which the mean time well counts",
        positive,
        "a positive number",
      ),
    )
    .addOption(
      new Option("--band <band...>", "bands for the whole curve at once").choices(names(survivalBands)),
    )
    .addOption(
      choiceOption("--unit <unit>", "unit of the times in the file", ["day", "week", "month", "year"], "day"),
    );
}

function addScoreFlags(command: Command): Command {
  const whole = (value: number): boolean => Number.isInteger(value) && value >= 1;
  return command
    .addOption(
      choiceOption(
        "--from <source>",
        "times from the scores alone, or from the fitted curve",
        ["scores", "curve"],
        "scores",
      ),
    )
    .addOption(relapseOption())
    .addOption(
      numberOption(
        "--confirm <n>",
        "scores beyond the threshold in a row that make a relapse",
        whole,
        "a whole number from 1",
      ).default(1),
    )
    .addOption(
      new Option(
        "--improvement <way>",
        "which way scores go when it gets better (default: the file's, else decrease)",
      ).choices(["decrease", "increase"]),
    )
    .option("--scale <range>", "lowest and highest score, such as 0-100 (default: the file's, else 0-10)")
    .addOption(stepOption());
}

function addRangeFlags(command: Command): Command {
  const atLeastTwo = (value: number): boolean => Number.isInteger(value) && value >= 2;
  return command
    .addOption(
      numberOption(
        "--n <n>",
        "without a file: number of patients of whom only the range of times is known",
        atLeastTwo,
        "a whole number from 2",
      ),
    )
    .addOption(numberOption("--minimum <time>", "the earliest of their times", positive, "a positive number"))
    .addOption(numberOption("--maximum <time>", "the latest of their times", positive, "a positive number"));
}

/** Adds the flags of time to relapse to a command. */
export function addRelapseFlags(command: Command): Command {
  return addRangeFlags(addScoreFlags(addQuantityFlags(addModelFlags(command))))
    .addOption(
      choiceOption(
        "--chart <chart>",
        "which picture --format vega, svg and png draw",
        names(relapseCharts),
        relapseCharts[0]!.name,
      ),
    )
    .addOption(levelOption())
    .addOption(seedOption());
}
