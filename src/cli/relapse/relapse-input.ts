import { EstimationError } from "../../errors.ts";
import { readPatients, readRelapses } from "../../read/index.ts";
import { relapseIntervals, relapseRows } from "../../relapse/index.ts";
import { nameWithOutcome } from "../../render/patient-name.ts";
import { fitResponse } from "../../response/index.ts";
import type { Patient } from "../../schema/patient.ts";
import type { RelapseRow } from "../../schema/relapse.ts";
import type { CourseRelapse, RelapseIntervals } from "../../schema/relapse-intervals.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import type { InputText } from "../files.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { chosenScale } from "../options.ts";
import { reportError } from "../report-error.ts";
import type { RelapseFlags } from "./relapse-flags.ts";

/** Courses that are analysed together: all of a file, or those of one outcome. */
export interface RelapseCourses {
  outcome?: string;
  rows: RelapseRow[];
  /** Where the rows come from; empty where a file gave the times. */
  intervals: RelapseIntervals[];
}

/** What was read, and whether some patient had no answer. */
export interface RelapseInput {
  courses: RelapseCourses[];
  code: ExitCode;
}

/** A file that gives the times. */
export function readTimes({ text, path }: InputText): RelapseInput {
  return { courses: [{ rows: readRelapses(text, { path }), intervals: [] }], code: exitCodes.done };
}

/** The fitted curve; null where the scores allow none, which is said. */
function curveOf(patient: Patient, flags: RelapseFlags, path: string, io: Io): ResponseResult | null {
  const { relapseAt, level, seed, improvement } = flags;
  try {
    return fitResponse(patient, { relapseAt, level, seed, ...(improvement && { improvement }) });
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    if (!flags.quiet)
      io.stderr(
        `${path}: ${nameWithOutcome(patient)}: no fitted curve beside the scores: ${error.message}\n`,
      );
    return null;
  }
}

/** Rows with the dose of their course as a covariate, where it is known. */
function withDoses(
  rows: readonly RelapseRow[],
  courses: readonly CourseRelapse[],
  patient: Patient,
): RelapseRow[] {
  return rows.map((row) => {
    const start = courses.find(({ course }) => course === row.course)?.day;
    const given = patient.courses.find(
      ({ day, dayEarliest, dayLatest }) => (day ?? 0.5 * (dayEarliest! + dayLatest!)) === start,
    );
    const dose = given?.doseGPerKg ?? null;
    return dose === null ? row : { ...row, covariates: { dose_g_per_kg: dose } };
  });
}

/** A file of scores: intervals of each patient from the scores, beside those from the fitted curve. */
export function readScores(input: InputText, flags: RelapseFlags, io: Io): RelapseInput {
  const scale = chosenScale(flags);
  const { improvement, relapseAt, confirm, from } = flags;
  const asked = { ...(scale && { scale }), ...(improvement && { improvement }) };
  const patients = readPatients(input.text, { path: input.path, patient: input.stem, ...asked });
  let code: ExitCode = exitCodes.done;
  const byOutcome = new Map<string | undefined, RelapseCourses>();
  for (const patient of patients) {
    try {
      const fit = curveOf(patient, flags, input.path, io);
      const one = relapseIntervals(patient, { relapseAt, confirm, fit, ...(improvement && { improvement }) });
      const { outcome } = patient;
      const courses = byOutcome.get(outcome) ?? {
        ...(outcome !== undefined && { outcome }),
        rows: [],
        intervals: [],
      };
      courses.rows.push(...withDoses(relapseRows([one], from), one.courses, patient));
      courses.intervals.push(one);
      byOutcome.set(outcome, courses);
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      code = reportError(error, io, input.path);
    }
  }
  return { courses: [...byOutcome.values()], code };
}
