import { posterior } from "../../inference/index.ts";
import { responseDiagnosticsChart } from "../../render/charts/index.ts";
import { diagnosticsCsv, diagnosticsHtml, diagnosticsMarkdown, diagnosticsText } from "../../render/index.ts";
import { diagnoseResponse } from "../../response/index.ts";
import type { ResponseDiagnostics } from "../../schema/response-diagnostics.ts";
import type { CommandSetUp } from "../command.ts";
import { analyzeEach, type PatientAnalysis } from "../each-patient.ts";
import { UsageError } from "../report-error.ts";
import { addResponseFlags } from "../response-options.ts";

/** Says how well each patient's curve fits, and what each score does to the answer. */
export const diagnose: CommandSetUp = (command, io, end) => {
  addResponseFlags(command)
    .argument("<file>", "patients as CSV or JSON, - for standard input")
    .action(async (file: string) => end(await analyzeEach(file, command.optsWithGlobals(), io, diagnosis)));
};

const diagnosis: PatientAnalysis<ResponseDiagnostics> = {
  check(_, { interval, serialCorrelation }) {
    const problems = [
      ...(interval === undefined || interval === posterior
        ? []
        : [`--interval ${interval.name}: diagnose needs the posterior, leave the option out`]),
      ...(serialCorrelation === undefined
        ? []
        : ["--serial-correlation: diagnose checks the model without it, leave the option out"]),
    ];
    if (problems.length > 0) throw new UsageError(problems.join("\nnof1: "));
  },
  analyze(patient, { interval: _, serialCorrelation: __, ...options }, { sha256 }) {
    const diagnostics = diagnoseResponse(patient, options);
    diagnostics.provenance.inputSha256 = sha256;
    return diagnostics;
  },
  writer: {
    text: (reports) => reports.map(diagnosticsText).join("\n"),
    results: (report) => [report],
    csv: diagnosticsCsv,
    markdown: (reports) => reports.map(diagnosticsMarkdown).join("\n"),
    chart: responseDiagnosticsChart,
    html: diagnosticsHtml,
  },
};
