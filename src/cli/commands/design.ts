import { randomInt } from "node:crypto";
import { type Command, Option } from "commander";
import type { TrialPlan } from "../../schema/trial-plan.ts";
import type { TrialSchedule } from "../../schema/trial-schedule.ts";
import {
  planTrial,
  scheduleTrial,
  type TrialDesign,
  trialDesigns,
  trialStatistics,
} from "../../trial/index.ts";
import { didYouMean } from "../closest-word.ts";
import type { CommandSetUp } from "../command.ts";
import { tellCommand } from "../command-line.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { numberOption } from "../options.ts";
import { outputFormats } from "../output-formats.ts";
import { UsageError } from "../report-error.ts";
import {
  addSettingFlags,
  designWith,
  givenSettings,
  namingFlags,
  settingProblems,
} from "../trial/design-settings.ts";
import { nameList } from "../trial/name-list.ts";
import { planHash } from "../trial/plan-file.ts";
import { readCurve } from "../trial/read-curve.ts";
import { scheduleFolder } from "../trial/schedule-folder.ts";
import { scheduleWriter } from "../trial/schedule-writer.ts";
import { addTestFlags, type TestFlags } from "../trial/trial-flags.ts";
import { writeFolder } from "../trial/write-folder.ts";
import { writeReport } from "../write-report.ts";

interface DesignFlags extends TestFlags {
  periodDays: number;
  washout: number;
  runIn: number;
  patients?: string[];
  seed?: number;
  checklist?: boolean;
}

const NOTES = `
With -o a folder: pharmacy/ names the treatments and blinded/ does not, where protocol-checklist.md (SPENT 2019) stands too;
plan.json is the analysis plan, plan.sha256 its SHA-256, which should be stored where it can't be changed before the trial
begins. nof1 trial --plan checks it.`;

/** Randomises a schedule, and says beforehand what its analysis can find. */
export const design: CommandSetUp = (command, io, end) => {
  addDesignFlags(command)
    .argument("<name>", `the design: ${trialDesigns.map(({ name }) => name).join(", ")}`)
    .addHelpText("after", NOTES)
    .action(async (name: string) => end(await run(name, command, io)));
};

function addDesignFlags(command: Command): Command {
  const whole = (least: number) => (value: number) => Number.isInteger(value) && value >= least;
  command
    .addOption(
      new Option("--treatments <names>", "such as saline,IVIG; others are compared with the first").argParser(
        nameList,
      ),
    )
    .addOption(
      numberOption("--period-days <days>", "days of a period", whole(1), "a whole number from 1").default(7),
    )
    .addOption(
      numberOption("--washout <days>", "days between periods", whole(0), "a whole number from 0").default(0),
    )
    .addOption(
      numberOption("--run-in <days>", "days before the first", whole(0), "a whole number from 0").default(0),
    )
    .addOption(new Option("--patients <names>", "names of the patients, such as Ana,Bo").argParser(nameList));
  command.option(
    "--checklist",
    "add the SPENT 2019 checklist of a protocol (to table, markdown and json; a page always has it)",
  );
  return addTestFlags(addSettingFlags(command)).addOption(
    numberOption(
      "--seed <seed>",
      "fixes the assignment: whoever knows it knows the treatments (default: drawn at random and written down for the pharmacy)",
      Number.isSafeInteger,
      "a whole number",
    ),
  );
}

/** The design that was asked for. */
function designOf(name: string, flags: DesignFlags): TrialDesign {
  const method = trialDesigns.find((one) => one.name === name);
  const names = trialDesigns.map((one) => one.name);
  const needed = names.join(", ");
  const settings = givenSettings(flags);
  const problems = [
    ...(method
      ? settingProblems(method, settings)
      : [`No design "${name}": one of ${needed} is needed${didYouMean(name, names)}`]),
    ...(flags.treatments ? [] : ["--treatments is needed: such as saline,IVIG, the reference first"]),
    ...(flags.output !== undefined && flags.improvement === undefined
      ? [
          "--improvement is needed for the analysis plan that -o writes: add --improvement decrease where lower scores are better (as for pain), or --improvement increase where higher ones are",
        ]
      : []),
  ];
  if (method === undefined || problems.length > 0) throw new UsageError(problems.join("\nnof1: "));
  return designWith(method, { ...settings, treatments: flags.treatments });
}

async function scheduleOf(design: TrialDesign, flags: DesignFlags, io: Io): Promise<TrialSchedule> {
  const { seed = randomInt(2 ** 47), periodDays, washout, runIn, patients, level, sides, curve } = flags;
  const response = curve === undefined ? undefined : await readCurve(curve, io);
  try {
    return scheduleTrial(design, {
      seed,
      periodDays,
      washoutDays: washout,
      runInDays: runIn,
      level,
      sides: sides === "1" ? 1 : 2,
      ...(patients && { patients }),
      ...(response && { response }),
    });
  } catch (error) {
    throw namingFlags(error);
  }
}

/** Formats that hold no words. */
const pictures = outputFormats.filter(({ picture }) => picture).map(({ name }) => name);

function warn({ warnings }: TrialSchedule, { quiet }: DesignFlags, io: Io): void {
  if (!quiet) for (const { message } of warnings) io.stderr(`${message}\n`);
}

async function run(name: string, command: Command, io: Io): Promise<ExitCode> {
  const flags: DesignFlags = command.optsWithGlobals();
  const made = designOf(name, flags);
  if (flags.output !== undefined && command.getOptionValueSourceWithGlobals("format") === "cli")
    throw new UsageError(`--format ${flags.format}: the folder of -o holds every format, leave it out`);
  const schedule = await scheduleOf(made, flags, io);
  tellCommand([schedule], flags.commandLine);
  const plan = planned(made, flags);
  if (flags.output !== undefined) return writePlanned(schedule, plan!, flags, io);
  if (["csv", ...pictures].includes(flags.format)) {
    if (flags.checklist) throw new UsageError(`--checklist: --format ${flags.format} holds no words`);
    warn(schedule, flags, io);
  }
  await writeReport(schedule, scheduleWriter(plan, flags.checklist === true), flags, io);
  return exitCodes.done;
}

/** How the trial will be analysed; null where it was not said which way scores improve. */
function planned(
  made: TrialDesign,
  { improvement, threshold, treatment, level, sides, statistic: name }: DesignFlags,
): TrialPlan | null {
  if (improvement === undefined) return null;
  return planTrial(made, {
    improvement,
    statistic: trialStatistics.find((one) => one.name === name) ?? trialStatistics[0]!,
    level,
    sides: sides === "1" ? 1 : 2,
    ...(treatment !== undefined && { treatment }),
    ...(threshold !== undefined && { threshold }),
  });
}

/** Writes the folder of a planned trial; what is printed tells no treatment. */
async function writePlanned(
  schedule: TrialSchedule,
  plan: TrialPlan,
  flags: DesignFlags,
  io: Io,
): Promise<ExitCode> {
  const files = await scheduleFolder(schedule, plan);
  await writeFolder(flags.output!, files);
  warn(schedule, flags, io);
  io.stdout(
    `${[...files.keys()].map((file) => `${flags.output}/${file}\n`).join("")}SHA-256 of the plan: ${planHash(plan)}\n`,
  );
  return exitCodes.done;
}
