import { type Command, InvalidArgumentError, Option } from "commander";
import { type CommonOptions, choiceOption, levelOption, numberOption, seedOption } from "../options.ts";
import { type SizeFlag, sizedDesigns } from "./design-sizes.ts";
import { numbersOption } from "./number-lists.ts";
import { powerAnalyses } from "./power-analyses.ts";

/** Options of `nof1 power` as they stand on the command line. */
export interface PowerFlags extends CommonOptions, Partial<Record<SizeFlag, number[]>> {
  design: string;
  minimumLength: number;
  runLimit: number;
  perBlock: number;
  effect: number[];
  sd: number;
  effectSd: number;
  phi: number[];
  trend: number[];
  carryover: number[];
  missing: number[];
  patients: number[];
  scoresPerPeriod: number;
  analysis: string[];
  sides: string;
  improvement: "decrease" | "increase";
  replicates: number;
  target: number;
  level: number;
  seed: number;
}

const whole = (least: number) => (value: number) => Number.isInteger(value) && value >= least;
const any = (): boolean => true;

function analysisOption(): Option {
  const names = powerAnalyses().map(({ name }) => name);
  return new Option("--analysis <names>", `how trials are analysed, several with commas: ${names.join(", ")}`)
    .default([names[0]], names[0])
    .argParser((text) => {
      const asked = [...new Set(text.split(",").map((part) => part.trim()))];
      const unknown = asked.find((name) => !names.includes(name));
      if (unknown === undefined) return asked;
      throw new InvalidArgumentError(`some of ${names.join(", ")} are needed, got "${unknown}"`);
    });
}

function addSizes(command: Command): Command {
  const sizes = "whole numbers from 1";
  return command
    .addOption(
      choiceOption(
        "--design <name>",
        "design of each patient's trial",
        sizedDesigns.map(({ name }) => name),
        sizedDesigns[0]!.name,
      ),
    )
    .addOption(numbersOption("--pairs <n>", "numbers of pairs, such as 3,4,5,6", whole(1), sizes))
    .addOption(numbersOption("--blocks <n>", "numbers of blocks", whole(1), sizes))
    .addOption(numbersOption("--periods <n>", "numbers of periods of each treatment", whole(1), sizes))
    .addOption(numbersOption("--scores <n>", "numbers of scores, of phase designs", whole(2), sizes))
    .addOption(
      numberOption(
        "--per-block <n>",
        "periods of each treatment in a block",
        whole(1),
        "a whole number",
      ).default(2),
    )
    .addOption(
      numberOption("--minimum-length <n>", "least scores in a phase", whole(1), "a whole number").default(3),
    )
    .addOption(
      numberOption(
        "--run-limit <n>",
        "most periods of a treatment in a row",
        whole(1),
        "a whole number",
      ).default(2),
    )
    .addOption(
      numberOption("--scores-per-period <n>", "scores in each period", whole(1), "a whole number").default(1),
    )
    .addOption(numbersOption("--patients <n>", "numbers of patients", whole(1), sizes).default([1], "1"));
}

function addTruth(command: Command): Command {
  return command
    .addOption(
      numbersOption(
        "--effect <points>",
        "by how much the treatment is better",
        any,
        "numbers",
      ).makeOptionMandatory(),
    )
    .addOption(
      numberOption(
        "--sd <points>",
        "standard deviation of scores about their means",
        (value) => value > 0,
        "a number above 0",
      ).makeOptionMandatory(),
    )
    .addOption(
      numberOption(
        "--effect-sd <points>",
        "standard deviation of the effect between patients",
        (value) => value >= 0,
        "a number from 0",
      ).default(0),
    );
}

function addDisturbances(command: Command): Command {
  const shares = "numbers from 0 to 1";
  return command
    .addOption(
      numbersOption(
        "--phi <r>",
        "correlation of a score with the next, such as 0,0.3",
        (value) => Math.abs(value) < 1,
        "numbers between -1 and 1",
      ).default([0], "0"),
    )
    .addOption(
      numbersOption(
        "--trend <points>",
        "change of the scores from period to period, a negative one as --trend=-1",
        any,
        "numbers",
      ).default([0], "0"),
    )
    .addOption(
      numbersOption(
        "--carryover <share>",
        "share of the effect that goes on through the next period",
        (value) => value >= 0 && value <= 1,
        shares,
      ).default([0], "0"),
    )
    .addOption(
      numbersOption(
        "--missing <share>",
        "share of missing scores",
        (value) => value >= 0 && value < 1,
        "numbers from 0 to below 1",
      ).default([0], "0"),
    );
}

/** Adds the options of `nof1 power` to its command. */
export function addPowerFlags(command: Command): Command {
  return addDisturbances(addTruth(addSizes(command)))
    .addOption(analysisOption())
    .addOption(choiceOption("--sides <n>", "sides of the randomization test", ["2", "1"], "2"))
    .addOption(
      choiceOption(
        "--improvement <way>",
        "which way scores move when the patient is better",
        ["decrease", "increase"],
        "decrease",
      ),
    )
    .addOption(
      numberOption(
        "--replicates <n>",
        "simulated trials for each scenario",
        whole(100),
        "a whole number from 100",
      ).default(2000),
    )
    .addOption(
      numberOption(
        "--target <share>",
        "power asked for",
        (value) => value > 0 && value < 1,
        "a number between 0 and 1",
      ).default(0.8),
    )
    .addOption(levelOption("level of intervals; tests are at 1 − level"))
    .addOption(seedOption());
}
