import { type Command, Option } from "commander";
import type { Improvement } from "../../schema/scale.ts";
import {
  type ChosenEffectSize,
  type TrialModel,
  trialDesigns,
  trialShifts,
  trialStatistics,
} from "../../trial/index.ts";
import { type CommonOptions, levelOption, numberOption, seedOption } from "../options.ts";
import { CONTROL_WORDS } from "./default-reference.ts";
import { addSettingFlags, type GivenSettings } from "./design-settings.ts";
import { chosenEffectSize, effectSizeNames } from "./effect-size-option.ts";
import { chosenModel, modelNames } from "./model-option.ts";
import { nameList } from "./name-list.ts";
import { trialCharts } from "./trial-charts.ts";

/** Options of what will be, or is, tested. */
export interface TestFlags extends CommonOptions {
  treatments?: string[];
  statistic?: string;
  treatment?: string;
  reference?: string;
  sides?: "1" | "2";
  improvement?: Improvement;
  threshold?: number;
  curve?: string;
  set?: GivenSettings;
  level: number;
}

/** Options of `nof1 trial` as they stand on the command line. */
export interface TrialFlags extends TestFlags {
  design?: string;
  effectSize?: ChosenEffectSize[];
  checklist?: boolean;
  model?: TrialModel[];
  shift?: string;
  patient?: string;
  plan?: string;
  planSha256?: string;
  deviation?: string;
  draws: number;
  chart: string;
  seed: number;
}

const names = (registry: readonly { name: string }[]): string[] => registry.map(({ name }) => name);
const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 1;

/** The name of the design behind `--design` where treatments were not assigned at random. */
export const NO_DESIGN = "none";

/** Adds the flags of a test that a plan fixes too. */
export function addTestFlags(command: Command): Command {
  return command
    .addOption(
      new Option("--statistic <name>", `what is compared (default: ${trialStatistics[0]!.name})`).choices(
        names(trialStatistics),
      ),
    )
    .addOption(
      new Option("--improvement <direction>", "which way scores move when the patient is better").choices([
        "decrease",
        "increase",
      ]),
    )
    .addOption(
      new Option("--sides <number>", "1 tests for improvement only (default: 2)").choices(["1", "2"]),
    )
    .addOption(
      numberOption(
        "--threshold <effect>",
        "least effect that would matter, in the statistic's unit",
        (value) => value >= 0,
        "a number of at least 0",
      ),
    )
    .option("--treatment <name>", "the treatment that is compared with the reference")
    .option("--curve <file>", "a fitted response as JSON, to see whether relief carries over")
    .addOption(levelOption());
}

function addPlanFlags(command: Command): Command {
  return command
    .option("--plan <file>", "the analysis plan of nof1 design: what it fixes need not be said again")
    .option("--plan-sha256 <hash>", "its stored SHA-256 (default: that in the .sha256 file beside it)")
    .option("--deviation <reason>", "why the analysis departs from the plan; without it that is refused");
}

/** What stands beside the test. */
function addBesides(command: Command): Command {
  return command
    .option(
      "--effect-size <name>",
      `an effect size; may be repeated: ${effectSizeNames}; further options as name:option=value,…`,
      chosenEffectSize,
    )
    .option(
      "--model <name>",
      `a model of the scores; may be repeated: ${modelNames}; options as name:option=value,…`,
      chosenModel,
    );
}

/** Adds the flags of `nof1 trial`. */
export function addTrialFlags(command: Command): Command {
  command
    .addOption(
      new Option(
        "--design <name>",
        `how treatments were assigned; ${NO_DESIGN} where it was not at random, so that there is no test`,
      ).choices([...names(trialDesigns), NO_DESIGN]),
    )
    .addOption(
      new Option(
        "--treatments <names>",
        "the names that there may be, such as saline,IVIG; the first is the reference (default: those of the file)",
      ).argParser(nameList),
    )
    .option(
      "--reference <name>",
      `the treatment with which others are compared (default: the one called ${CONTROL_WORDS}, else the first of the file)`,
    );
  addBesides(addTestFlags(command))
    .addOption(
      new Option(
        "--shift <kind>",
        "kind of effect that the interval is about (default: the statistic's)",
      ).choices(names(trialShifts)),
    )
    .option("--patient <name>", "write the results of this patient only")
    .addOption(
      numberOption(
        "--draws <number>",
        "assignments drawn where there are too many to count",
        isWhole,
        "a whole number",
      ).default(99_999),
    )
    .addOption(
      new Option("--chart <name>", "which picture is drawn")
        .choices(names(trialCharts))
        .default(trialCharts[0]!.name),
    );
  command.option(
    "--checklist",
    "add the CENT 2015 checklist, with what the data answer (to table, markdown and json; a page always has it)",
  );
  addPlanFlags(addSettingFlags(command));
  return command.addOption(seedOption());
}
