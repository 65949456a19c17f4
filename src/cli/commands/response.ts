import { responseCurveChart } from "../../render/charts/index.ts";
import {
  estimatesCsv,
  plainText,
  responseHtml,
  responseMarkdown,
  responseTable,
} from "../../render/index.ts";
import { fitResponse } from "../../response/index.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import type { CliCommand } from "../command.ts";
import { analyzeEach, type PatientAnalysis } from "../each-patient.ts";
import { type FittedPatient, furtherResults } from "../further-results.ts";
import { addResponseFlags } from "../response-options.ts";

/** Fits every patient of one file. */
export const response: CliCommand = {
  name: "response",
  add(program, io, end) {
    addResponseFlags(program.command("response"))
      .description("fit each patient's response curve: relief, relapse day, and how sure")
      .argument("<file>", "patients as CSV or JSON, - for standard input")
      .action(async (file: string, _, command) =>
        end(await analyzeEach(file, command.optsWithGlobals(), io, fit)),
      );
  },
};

const fit: PatientAnalysis<FittedPatient> = {
  analyze(patient, options, { sha256 }) {
    const result = fitResponse(patient, options);
    result.provenance.inputSha256 = sha256;
    return { result, patient, options };
  },
  writer: {
    text: (fits) => fits.map(({ result }) => `${headingOf(result)}${responseTable(result)}\n`).join("\n"),
    results: ({ result }) => [result],
    csv: (fits) => estimatesCsv(fits.map(({ result }) => result)),
    markdown: (fits) => fits.map(({ result }) => responseMarkdown(result)).join("\n"),
    chart: ({ result }) => responseCurveChart(result),
    html: async (fitted, svg) => responseHtml(fitted.result, svg, await furtherResults(fitted)),
  },
};

function headingOf({ outcome }: ResponseResult): string {
  return outcome === undefined ? "" : `Outcome: ${plainText(outcome)}\n`;
}
