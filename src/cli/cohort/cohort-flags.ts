import { type Command, InvalidArgumentError, Option } from "commander";
import { defaultPriors, informedPriors, priorSets, responseModels } from "../../response/index.ts";
import type { RelapseRule } from "../../schema/response-result.ts";
import {
  type CommonOptions,
  choiceOption,
  horizonOption,
  levelOption,
  numberOption,
  relapseOption,
  seedOption,
  stepOption,
} from "../options.ts";
import type { ChartFlags } from "../pool-pictures.ts";
import { cohortApproximations } from "./cohort-approximations.ts";
import { cohortPictures } from "./cohort-writer.ts";
import { durationUnits } from "./summary-units.ts";

/** Options of a cohort as they stand on the command line. */
export interface CohortFlags extends CommonOptions, ChartFlags {
  model: string;
  approximation: string;
  interval?: string;
  priors: string;
  spreadScale?: Record<string, number>;
  chains?: number;
  draws?: number;
  warmup?: number;
  acceptance?: number;
  twoStage?: boolean;
  summary?: string[];
  summaryDays?: [number, number];
  summaryUnit?: string;
  sharePatients?: [string, string][];
  overlaps: "refuse" | "warn";
  outcome?: string;
  scale?: string;
  step?: number;
  relapseAt: RelapseRule;
  horizon: number;
  level: number;
  seed: number;
}

const names = (registry: readonly { readonly name: string }[]): string[] => registry.map(({ name }) => name);
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

function daysFrom(text: string): [number, number] {
  const found = /^(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)$/u.exec(text.trim());
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  if (from > 0 && to >= from) return [from, to];
  throw new InvalidArgumentError(`days such as 2-14 are needed, the first one above 0, got "${text}"`);
}

/** Adds one `name=other` to those before it. */
function pairs<Value>(needed: string, read: (text: string) => Value | null) {
  return (text: string, before: [string, Value][] = []): [string, Value][] => {
    const at = text.indexOf("=");
    const [name, other] = [text.slice(0, at).trim(), read(text.slice(at + 1).trim())];
    if (at > 0 && name !== "" && other !== null) return [...before, [name, other]];
    throw new InvalidArgumentError(`${needed} is needed, got "${text}"`);
  };
}

const scalePairs = pairs("a parameter and a positive number such as T50=0.5", (text) => {
  const value = Number(text);
  return text !== "" && value > 0 && value < Infinity ? value : null;
});

function addModelFlags(command: Command): Command {
  return command
    .addOption(
      choiceOption("--model <model>", "relief curve", names(responseModels), responseModels[0]!.name),
    )
    .addOption(
      choiceOption(
        "--approximation <name>",
        "how the patients' own values are integrated out; posterior draws them all together",
        names(cohortApproximations),
        cohortApproximations[0]!.name,
      ),
    )
    .addOption(
      new Option(
        "--interval <method>",
        "interval method for the typical patient (default: profile; posterior has its own)",
      ).choices(["profile", "wald"]),
    )
    .option(
      "--priors <set>",
      `set of priors: ${names(priorSets).join(", ")}, or a JSON file; the one called ${defaultPriors.name} is that of nof1 response`,
      informedPriors.name,
    )
    .addOption(
      new Option(
        "--spread-scale <parameter=scale>",
        "scale of the half-normal prior on how patients differ, on the model's scale; may be repeated (default: 1 on a logit, 0.5 on a log scale)",
      ).argParser((text, before?: Record<string, number>) => ({
        ...before,
        ...Object.fromEntries(scalePairs(text)),
      })),
    )
    .option("--two-stage", "also fit each patient alone and pool what is found");
}

function addPosteriorFlags(command: Command): Command {
  return command
    .addOption(
      numberOption("--chains <count>", "with posterior: chains (default: 4)", isCount, "a whole number"),
    )
    .addOption(
      numberOption(
        "--draws <count>",
        "with posterior: draws of each chain (default: 1000)",
        isCount,
        "a whole number",
      ),
    )
    .addOption(
      numberOption(
        "--warmup <count>",
        "with posterior: draws that tune each chain (default: 1000)",
        isCount,
        "a whole number",
      ),
    )
    .addOption(
      numberOption(
        "--acceptance <share>",
        "with posterior: acceptance to tune the steps for; nearer to 1 means fewer divergences in more time (default: 0.9; 0.98 with --summary)",
        (value) => value > 0 && value < 1,
        "a number between 0 and 1",
      ),
    );
}

function addSummaryFlags(command: Command): Command {
  const pairOfNames = pairs("two names such as morozumi-2009=kizawa-2006", (text) =>
    text === "" ? null : text,
  );
  return command
    .addOption(
      new Option(
        "--summary <files...>",
        "what papers say of further patients (JSON or CSV): a mean relief in %, or the shortest and longest relief; reports of one source are taken together",
      ),
    )
    .addOption(
      new Option(
        "--summary-days <from-to>",
        "days after the course that a mean relief speaks of, such as 2-14",
      ).argParser(daysFrom),
    )
    .addOption(
      new Option(
        "--summary-unit <unit>",
        "unit of durations whose report does not say it; a week is 7 days, a month 30.4375, a year 365.25",
      ).choices(names(durationUnits)),
    )
    .addOption(
      new Option(
        "--share-patients <source=name>",
        "a source that may share patients with another one or with a patient at hand; may be repeated",
      ).argParser(pairOfNames),
    )
    .addOption(
      choiceOption(
        "--overlaps <how>",
        "what happens to sources that may share patients: refuse, or count them all with a warning",
        ["refuse", "warn"],
        "refuse",
      ),
    );
}

/** Adds the flags of a cohort to a command. */
export function addCohortFlags(command: Command): Command {
  return addSummaryFlags(addPosteriorFlags(addModelFlags(command)))
    .addOption(
      new Option(
        "--chart <name>",
        `which picture --format vega, svg or png draws: ${names(cohortPictures).join(", ")} (default: ${cohortPictures[0]!.name})`,
      ),
    )
    .option("--outcome <name>", "which outcome, where the files have several")
    .option("--scale <range>", "lowest and highest score, such as 0-100 (default: the files', else 0-10)")
    .addOption(stepOption())
    .addOption(relapseOption())
    .addOption(horizonOption())
    .addOption(levelOption())
    .addOption(seedOption());
}
