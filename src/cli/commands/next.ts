import type { Command } from "commander";
import { EstimationError } from "../../errors.ts";
import { posterior } from "../../inference/index.ts";
import { forecastChart } from "../../render/charts/index.ts";
import {
  type Forecast,
  forecastCsv,
  forecastHtml,
  forecastMarkdown,
  forecastText,
} from "../../render/index.ts";
import { nameWithOutcome } from "../../render/patient-name.ts";
import { fitResponse, nextCourse, nextScore } from "../../response/index.ts";
import type { Patient } from "../../schema/patient.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import type { CommandSetUp } from "../command.ts";
import { type AskedDay, askedDay, askedDays, dayOf } from "../day-option.ts";
import { analyzeEach, type PatientAnalysis } from "../each-patient.ts";
import { type CommonOptions, numberOption } from "../options.ts";
import { UsageError } from "../report-error.ts";
import { addResponseFlags, type ResponseFlags } from "../response-options.ts";

/** Options of looking ahead as they stand on the command line. */
interface NextFlags extends ResponseFlags, CommonOptions {
  today?: AskedDay;
  course?: AskedDay[];
  dose?: number;
  lookAhead: number;
  every: number;
}

/** Says what comes next for each patient of one file. */
export const next: CommandSetUp = (command, io, end) => {
  addNextFlags(addResponseFlags(command))
    .argument("<file>", "patients as CSV or JSON, - for standard input")
    .action(async (file: string) => {
      const flags: NextFlags = command.optsWithGlobals();
      end(await analyzeEach(file, flags, io, lookingAhead(flags)));
    });
};

function addNextFlags(command: Command): Command {
  const positive = (value: number): boolean => value > 0;
  const needed = "a positive number";
  return command
    .option(
      "--today <day>",
      "day or date from which it is looked ahead (default: the last score's)",
      askedDay,
    )
    .option("--course <day>", "day or date of a course that may be given; several are compared", askedDays)
    .addOption(
      numberOption("--dose <g/kg>", "dose of these courses, where --dose-on lets it count", positive, needed),
    )
    .addOption(
      numberOption("--look-ahead <days>", "days that are looked ahead", positive, needed).default(365),
    )
    .addOption(
      numberOption(
        "--every <days>",
        "days from one day for a score that is tried to the next",
        positive,
        needed,
      ).default(7),
    );
}

function lookingAhead(flags: NextFlags): PatientAnalysis<Forecast> {
  return {
    check(patients, { interval }) {
      const problems = [
        ...patients.flatMap((patient) => dateProblems(patient, flags)),
        ...doseProblems(flags),
      ];
      if (interval !== undefined && interval !== posterior)
        problems.push(`--interval ${interval.name}: next needs draws of the posterior, leave the option out`);
      refuse(problems);
    },
    analyze(patient, options, { sha256 }) {
      const result = fitResponse(patient, options);
      result.provenance.inputSha256 = sha256;
      return forecastOf(result, patient, flags);
    },
    writer: {
      text: (reports) => reports.map(forecastText).join("\n"),
      results: ({ next, score }) => [...next, score],
      csv: forecastCsv,
      markdown: (reports) => reports.map(forecastMarkdown).join("\n"),
      chart: forecastChart,
      html: forecastHtml,
    },
  };
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new UsageError([...new Set(problems)].join("\nnof1: "));
}

function dateProblems(patient: Patient, { today, course = [] }: NextFlags): string[] {
  const flags = [
    ...(today ? [{ flag: "--today", asked: today }] : []),
    ...course.map((asked) => ({ flag: "--course", asked })),
  ];
  return flags
    .filter(({ asked }) => dayOf(asked, patient) === null)
    .map(
      ({ flag, asked }) =>
        `${flag} ${asked.text}: a day is needed, for ${nameWithOutcome(patient)} has days and no dates`,
    );
}

function doseProblems({ dose, course, doseOn }: NextFlags): string[] {
  if (dose === undefined) return [];
  return [
    ...(course ? [] : ["--dose: needs a --course that it belongs to"]),
    ...(doseOn === undefined ? ["--dose: has no meaning without --dose-on, which lets the dose count"] : []),
  ];
}

/** Looks ahead from a fit: with each planned course, or as it is. */
function forecastOf(result: ResponseResult, patient: Patient, flags: NextFlags): Forecast {
  const today = flags.today
    ? dayOf(flags.today, patient)!
    : Math.max(...result.observations.map(({ day }) => day));
  const planned = (flags.course ?? []).map((asked) => ({ ...asked, day: dayOf(asked, patient)! }));
  refuse(
    planned
      .filter(({ day }) => day < today)
      .map(({ text, day }) => `--course ${text}: day ${day} lies before today, day ${today} (--today)`),
  );
  const ahead = { today, horizon: flags.lookAhead };
  const doseGPerKg = flags.dose ?? null;
  try {
    const [first, ...others] = planned.map(({ day }) =>
      nextCourse(result, { ...ahead, course: { day, doseGPerKg } }),
    );
    return {
      next: [first ?? nextCourse(result, ahead), ...others],
      score: nextScore(result, { ...ahead, every: flags.every }),
    };
  } catch (error) {
    if (error instanceof EstimationError && error.code === "no-draws") throw new UsageError(error.message);
    throw error;
  }
}
