import { EstimationError } from "../../errors.ts";
import { readPatients } from "../../read/index.ts";
import { fitResponse } from "../../response/index.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import type { CliCommand } from "../command.ts";
import { readInput, writeOutput } from "../files.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import type { CommonOptions } from "../options.ts";
import { outputFormats } from "../output-formats.ts";
import { reportError, UsageError } from "../report-error.ts";
import {
  addResponseFlags,
  fitOptions,
  nameWithOutcome,
  patientOptions,
  type ResponseFlags,
} from "../response-options.ts";

/** Fits every patient of one file. */
export const response: CliCommand = {
  name: "response",
  add(program, io, end) {
    addResponseFlags(program.command("response"))
      .description("fit each patient's response curve: relief, relapse day, and how sure")
      .argument("<file>", "patients as CSV or JSON, - for standard input")
      .action(async (file: string, _, command) => end(await run(file, command.optsWithGlobals(), io)));
  },
};

async function run(file: string, flags: ResponseFlags & CommonOptions, io: Io): Promise<ExitCode> {
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
  let code: ExitCode = exitCodes.done;
  const results: ResponseResult[] = [];
  for (const patient of patients) {
    try {
      const result = fitResponse(patient, options);
      result.provenance.inputSha256 = input.sha256;
      results.push(result);
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      const name = nameWithOutcome(patient);
      code = reportError(error, io, patients.length > 1 ? `${input.path}: ${name}` : input.path);
    }
  }
  if (results.length === 0) return code;
  const content = await format.write(results);
  if (flags.output === undefined) io.stdout(content);
  else await writeOutput(flags.output, content);
  return code;
}
