import { EstimationError } from "../errors.ts";
import { readPatients } from "../read/read-patients.ts";
import { nameWithOutcome } from "../render/patient-name.ts";
import type { FitResponseOptions } from "../response/index.ts";
import type { Patient } from "../schema/patient.ts";
import { type InputText, readInput } from "./files.ts";
import { type ExitCode, exitCodes, type Io } from "./io.ts";
import type { CommonOptions } from "./options.ts";
import { outputFormats, type ReportWriter } from "./output-formats.ts";
import { reportError, UsageError } from "./report-error.ts";
import { fitOptions, patientOptions, type ResponseFlags } from "./response-options.ts";
import { writeReports } from "./write-report.ts";

/** What is done with one patient, or one outcome of a patient. */
export interface PatientAnalysis<Report> {
  /**
   * Checks the flags against all patients before any is analysed.
   *
   * @throws {UsageError} that names every problem.
   */
  check?(patients: readonly Patient[], options: FitResponseOptions, input: InputText): void;
  /** @throws {EstimationError} where the scores allow no answer. */
  analyze(patient: Patient, options: FitResponseOptions, input: InputText): Report;
  writer: ReportWriter<Report>;
}

/**
 * Reads one file, analyses each of its patients, and writes what is found.
 *
 * @returns 1 where some patient has no answer; the others are written.
 */
export async function analyzeEach<Report>(
  file: string,
  flags: ResponseFlags & CommonOptions,
  io: Io,
  { check, analyze, writer }: PatientAnalysis<Report>,
): Promise<ExitCode> {
  const format = outputFormats.find(({ name }) => name === flags.format)!;
  const reading = patientOptions(flags);
  const options = await fitOptions(flags, io);
  const input = await readInput(file, io);
  const patients = readPatients(input.text, reading(input));
  if (format.single && patients.length > 1) {
    throw new UsageError(
      `--format ${format.name} draws one patient and outcome, the file has ${patients.length}; use nof1 report`,
    );
  }
  check?.(patients, options, input);
  let code: ExitCode = exitCodes.done;
  const reports: Report[] = [];
  for (const patient of patients) {
    try {
      reports.push(analyze(patient, options, input));
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      const name = nameWithOutcome(patient);
      code = reportError(error, io, patients.length > 1 ? `${input.path}: ${name}` : input.path);
    }
  }
  if (reports.length === 0) return code;
  await writeReports(reports, writer, flags, io);
  return code;
}
