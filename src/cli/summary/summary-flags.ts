import { type Command, Option } from "commander";
import { summaryIntervals } from "../../pooling/index.ts";
import { type CommonOptions, levelOption, numberOption, seedOption } from "../options.ts";
import { chosenScores } from "./chosen-scores.ts";
import { numberList } from "./number-list.ts";
import { summaryCharts } from "./summary-charts.ts";

/** Options of `nof1 summary` as they stand on the command line, without those that give a number of the report. */
export interface SummaryFlags extends CommonOptions {
  method?: string;
  assumeSd?: number[];
  coverage?: boolean;
  simulations: number;
  samples: number;
  chart: string;
  level: number;
  seed: number;
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;

/** What each number of a report is, by the name of its column; the flag is the same with hyphens. */
export const fieldMeanings: Readonly<Record<string, string>> = {
  n: "patients",
  mean: "mean, as printed: its decimals say how far it may be off",
  sd: "standard deviation (n − 1), as printed",
  standard_error: "standard error of the mean, as printed",
  median: "median",
  lower_quartile: "lower quartile",
  upper_quartile: "upper quartile",
  minimum: "least value of a patient",
  maximum: "greatest value of a patient",
  lower: "least value that any patient could have, such as 0",
  upper: "greatest value that any patient could have, such as 100",
  step: "distance between two values that a patient can have",
  events: "patients with the event, such as those who improved",
  percent: "percentage of patients with the event, as printed",
  mean_before: "mean before treatment, as printed",
  mean_after: "mean after treatment, as printed",
  interval_lower: "lower limit of a printed interval of the mean",
  interval_upper: "upper limit of it",
  interval_level: "its level (default: 0.95)",
  t: "a printed t statistic of the mean against 0",
  decimals: "decimals of the mean, where its text doesn't show them",
  sd_decimals: "decimals of the standard deviation or error, likewise",
  percent_decimals: "decimals of the percentage, likewise",
  interval_decimals: "decimals of the printed interval, likewise",
  t_decimals: "decimals of t, likewise",
  mean_decimals: "decimals of the means before and after, likewise",
  estimand: "value, mean-of-ratios, ratio-of-means or log-ratio: what the mean is of, if it says",
  label: "what the number is of, for tables and pictures",
  unit: "unit of one patient's value, such as % or month",
  source: "where the report stands",
};

function addReportFlags(command: Command): void {
  for (const [name, meaning] of Object.entries(fieldMeanings))
    command.addOption(new Option(`--${name.replaceAll("_", "-")} <value>`, meaning));
  command
    .addOption(
      new Option(
        "--scores <range>",
        "scores before and after that each patient's percentage was made of, such as 0-10:1 (step 1)",
      ).argParser(chosenScores),
    )
    .addOption(
      new Option(
        "--before-at-least <score>",
        "least score before treatment (default: one step above the scale's end)",
      ),
    )
    .addOption(
      new Option("--change <kind>", "what scores may do after treatment (default: none-worse)").choices([
        "none-worse",
        "all-improved",
        "any",
      ]),
    );
}

/** Adds the flags of `nof1 summary`. */
export function addSummaryFlags(command: Command): Command {
  addReportFlags(command);
  return command
    .addOption(
      new Option("--method <name>", "interval of the headline (default: the widest defensible one)").choices(
        summaryIntervals.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option(
        "--assume-sd <list>",
        "standard deviations to try, such as 10,20,30 (default: shares of the way between the bounds)",
      ).argParser(numberList),
    )
    .option("--coverage", "simulate how often each interval holds the truth with as many patients")
    .addOption(
      numberOption(
        "--simulations <number>",
        "simulated reports for --coverage",
        isWhole,
        "a whole number of at least 1",
      ).default(2000),
    )
    .addOption(
      numberOption(
        "--samples <number>",
        "samples kept of those that fit",
        isWhole,
        "a whole number of at least 1",
      ).default(500),
    )
    .addOption(
      new Option("--chart <name>", "which picture is drawn")
        .choices(summaryCharts.map(({ name }) => name))
        .default(summaryCharts[0]!.name),
    )
    .addOption(levelOption())
    .addOption(seedOption("seed of drawn samples and simulated patients"));
}
