import { EstimationError } from "../../errors.ts";
import { posterior } from "../../inference/index.ts";
import { readPatients } from "../../read/index.ts";
import type { ComparisonReport } from "../../render/comparison/comparison-reports.ts";
import { compareModels, fitResponse, responseModels, responseSensitivity } from "../../response/index.ts";
import type { Patient } from "../../schema/patient.ts";
import type { CliCommand } from "../command.ts";
import { readInput, writeOutput } from "../files.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import type { CommonOptions } from "../options.ts";
import { reportError, UsageError } from "../report-error.ts";
import { addResponseFlags, fitOptions, patientOptions, type ResponseFlags } from "../response-options.ts";

/** Shows every patient of a file under every model and every set of priors. */
export const compare: CliCommand = {
  name: "compare",
  add(program, io, end) {
    addResponseFlags(program.command("compare"))
      .description("show each patient under every model and every set of priors")
      .argument("<file>", "patients as CSV or JSON, - for standard input")
      .action(async (file: string, _, command) => end(await run(file, command.optsWithGlobals(), io)));
  },
};

type Options = Awaited<ReturnType<typeof fitOptions>>;

/** One way to write comparisons. */
const formats: Readonly<
  Record<
    string,
    (reports: readonly (ComparisonReport & { patient: Patient })[], options: Options) => Promise<string>
  >
> = {
  async table(reports) {
    const { comparisonText } = await import("../../render/index.ts");
    return reports.map(comparisonText).join("\n");
  },
  async json(reports) {
    const results = reports.flatMap(({ comparison, sensitivity }) => [comparison, sensitivity]);
    return `${JSON.stringify(results, null, 2)}\n`;
  },
  async markdown(reports) {
    const { comparisonMarkdown } = await import("../../render/index.ts");
    return reports.map(comparisonMarkdown).join("\n");
  },
  async html(reports, options) {
    const { comparisonHtml } = await import("../../render/index.ts");
    const { responseCurveChart, toSvg } = await import("../../render/charts/index.ts");
    const [report] = reports;
    const pictures = await Promise.all(
      responseModels
        .filter(({ parameters }) => parameters.length > 0)
        .map(async (model) => {
          const interval = options.interval ?? posterior.coarse!;
          const result = fitResponse(report!.patient, { ...options, model, interval });
          return { title: `${model.label}: ${model.formula}`, svg: await toSvg(responseCurveChart(result)) };
        }),
    );
    return comparisonHtml(report!, pictures);
  },
};

async function run(file: string, flags: ResponseFlags & CommonOptions, io: Io): Promise<ExitCode> {
  const write = formats[flags.format];
  if (!write) {
    throw new UsageError(`compare writes ${Object.keys(formats).join(", ")}, got --format ${flags.format}`);
  }
  const reading = patientOptions(flags);
  const options = await fitOptions(flags, io);
  const input = await readInput(file, io);
  const patients = readPatients(input.text, reading(input));
  if (write === formats.html && patients.length > 1) {
    throw new UsageError(`--format html shows one patient, the file has ${patients.length}`);
  }
  let code: ExitCode = exitCodes.done;
  const reports: (ComparisonReport & { patient: Patient })[] = [];
  for (const patient of patients) {
    try {
      const { relapseAt, horizon, level, seed, baselines, priors } = options;
      const shared = { relapseAt, horizon, level, seed, baselines };
      const comparison = compareModels(patient, { ...shared, priors });
      const sensitivity = responseSensitivity(patient, shared);
      comparison.provenance.inputSha256 = input.sha256;
      sensitivity.provenance.inputSha256 = input.sha256;
      reports.push({ patient, comparison, sensitivity });
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      code = reportError(error, io, patients.length > 1 ? `${input.path}: ${patient.patient}` : input.path);
    }
  }
  if (reports.length === 0) return code;
  const content = await write(reports, options);
  if (flags.output === undefined) io.stdout(content);
  else await writeOutput(flags.output, content);
  return code;
}
