import { Option } from "commander";
import { estimatesCsv } from "../../render/csv.ts";
import { responseHtml } from "../../render/html.ts";
import { responseMarkdown } from "../../render/markdown.ts";
import { plainText } from "../../render/plain-text.ts";
import { responseTable } from "../../render/response-table.ts";
import { fitResponse } from "../../response/index.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import type { CommandSetUp } from "../command.ts";
import { drawBeside } from "../draw-beside.ts";
import { drawStill } from "../drawing.ts";
import { analyzeEach, type PatientAnalysis } from "../each-patient.ts";
import { type FittedPatient, furtherResults } from "../further-results.ts";
import type { CommonOptions } from "../options.ts";
import { UsageError } from "../report-error.ts";
import { type DrawnResponse, drawnResponse, responseCharts } from "../response-charts.ts";
import { addResponseFlags, type ResponseFlags } from "../response-options.ts";

/** Options of a fit, and which picture of it is asked for. */
interface FitFlags extends ResponseFlags, CommonOptions {
  chart?: string;
}

/** Fits every patient of one file. */
export const response: CommandSetUp = (command, io, end) => {
  addResponseFlags(command)
    .addOption(
      new Option(
        "--chart <name>",
        "which picture svg, png and vega draw, and whose numbers json holds too (default: curve)",
      ).choices(responseCharts.map(({ name }) => name)),
    )
    .argument("<file>", "patients as CSV or JSON, - for standard input")
    .action(async (file: string) => {
      const flags: FitFlags = command.optsWithGlobals();
      end(await analyzeEach(file, flags, io, fitting(flags)));
    });
};

function fitting({ chart, format, interactive }: FitFlags): PatientAnalysis<FittedPatient> {
  const name = chart ?? responseCharts[0]!.name;
  const isPage = format === "html";
  const usualDraw = isPage && !interactive ? drawBeside() : drawStill;
  const drawings = new Map<FittedPatient, DrawnResponse>();
  // Some are computed for seconds, and asked for both as numbers and as a picture.
  const drawn = (fitted: FittedPatient): DrawnResponse => {
    const drawing = drawings.get(fitted) ?? drawnResponse(name, fitted);
    drawings.set(fitted, drawing);
    return drawing;
  };
  return {
    check() {
      if (chart !== undefined && !["svg", "png", "vega", "json"].includes(format))
        throw new UsageError(`--chart: needs --format svg, png, vega or json, got ${format}`);
    },
    analyze(patient, options, { sha256 }) {
      const result = fitResponse(patient, options);
      result.provenance.inputSha256 = sha256;
      return { result, patient, options };
    },
    writer: {
      text: (fits) => fits.map(({ result }) => `${headingOf(result)}${responseTable(result)}\n`).join("\n"),
      results: (fitted) => [...new Set([fitted.result, drawn(fitted).result])],
      csv: (fits) => estimatesCsv(fits.map(({ result }) => result)),
      markdown: (fits) => fits.map(({ result }) => responseMarkdown(result)).join("\n"),
      // A page has all pictures, each drawn while the next numbers are computed.
      ...(!isPage && { chart: (fitted) => drawn(fitted).spec }),
      html: async (fitted, _, draw = usualDraw) => {
        const [svg, further] = await Promise.all([draw(drawn(fitted).spec), furtherResults(fitted, draw)]);
        return responseHtml(fitted.result, svg, further);
      },
    },
  };
}

function headingOf({ outcome }: ResponseResult): string {
  return outcome === undefined ? "" : `Outcome: ${plainText(outcome)}\n`;
}
