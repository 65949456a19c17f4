import type { Command } from "commander";
import { readSummary } from "../../read/index.ts";
import type { VegaLiteSpec } from "../../render/charts/index.ts";
import { summaryCsv, summaryHtml, summaryMarkdown, summaryText } from "../../render/index.ts";
import type { SummaryResult } from "../../schema/summary-result.ts";
import type { CommandSetUp } from "../command.ts";
import { type DrawPicture, drawStill } from "../drawing.ts";
import { readInput } from "../files.ts";
import { exitCodes, type Io } from "../io.ts";
import type { ReportWriter } from "../output-formats.ts";
import { UsageError } from "../report-error.ts";
import { describedReports, type GivenReports } from "../summary/described-reports.ts";
import { assumedFields, flaggedReport } from "../summary/flagged-report.ts";
import { type SummaryChart, summaryCharts } from "../summary/summary-charts.ts";
import { addSummaryFlags, type SummaryFlags } from "../summary/summary-flags.ts";
import { writeReport } from "../write-report.ts";

/** Says what a report without its patients, or without a standard deviation, still says. */
export const summary: CommandSetUp = (command, io, end) => {
  addSummaryFlags(command)
    .argument("[file]", "reports as JSON or CSV (columns n, mean, …), - for standard input")
    .action(async (file: string | undefined) => {
      await run(file, command, io);
      end(exitCodes.done);
    });
};

async function reportsOf(file: string | undefined, command: Command, io: Io): Promise<GivenReports> {
  const options = command.opts();
  if (file === undefined) return { reports: [flaggedReport(options)], path: null, sha256: null };
  const assumed = assumedFields(options);
  const { text, path, sha256 } = await readInput(file, io);
  const reports = readSummary(text, { path }).map((report) => ({ ...report, ...assumed }));
  if (reports.length === 0) throw new UsageError(`${path}: a report is needed, got a file without rows`);
  return { reports, path, sha256 };
}

async function run(file: string | undefined, command: Command, io: Io): Promise<void> {
  const flags: SummaryFlags = command.optsWithGlobals();
  const results = describedReports(await reportsOf(file, command, io), flags);
  await writeReport(results, writerFor(flags), flags, io);
}

function writerFor({ chart: name, method, format }: SummaryFlags): ReportWriter<readonly SummaryResult[]> {
  const svgOf = async (
    results: readonly SummaryResult[],
    { chart }: SummaryChart,
    draw: DrawPicture,
  ): Promise<string | null> => {
    const spec = chart(results, method);
    return spec && draw(spec);
  };
  const chosen = (results: readonly SummaryResult[]): VegaLiteSpec => {
    const { chart, needs } = summaryCharts.find((one) => one.name === name)!;
    const spec = chart(results, method);
    if (!spec) throw new UsageError(`--chart ${name}: needs ${needs}`);
    return spec;
  };
  return {
    text: ([results]) => summaryText(results!, method),
    results: (results) => results,
    csv: ([results]) => summaryCsv(results!),
    markdown: ([results]) => summaryMarkdown(results!, method),
    // A page has every picture that there is; only a picture by itself must exist.
    ...(format !== "html" && { chart: chosen }),
    async html(results, _, draw = drawStill) {
      const [layers, samples] = await Promise.all(summaryCharts.map((one) => svgOf(results, one, draw)));
      return summaryHtml(results, { layers: layers ?? null, samples: samples ?? null }, method);
    },
  };
}
