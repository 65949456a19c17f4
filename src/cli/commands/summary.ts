import type { Command } from "commander";
import { readSummary } from "../../read/index.ts";
import { toSvg, type VegaLiteSpec } from "../../render/charts/index.ts";
import { summaryCsv, summaryHtml, summaryMarkdown, summaryText } from "../../render/index.ts";
import type { SummaryResult } from "../../schema/summary-result.ts";
import type { CliCommand } from "../command.ts";
import { readInput } from "../files.ts";
import { exitCodes, type Io } from "../io.ts";
import type { ReportWriter } from "../output-formats.ts";
import { UsageError } from "../report-error.ts";
import { describedReports, type GivenReports } from "../summary/described-reports.ts";
import { assumedFields, flaggedReport } from "../summary/flagged-report.ts";
import { type SummaryChart, summaryCharts } from "../summary/summary-charts.ts";
import { addSummaryFlags, type SummaryFlags } from "../summary/summary-flags.ts";
import { writeReport } from "../write-report.ts";

const EXAMPLES = `
Examples:
  nof1 summary --n 5 --mean 73.4 --lower 0 --upper 100 --unit %
  nof1 summary --n 5 --mean 73.4 --unit % --scores 0-10:1 --before-at-least 4 --chart samples --format png -o samples.png
  nof1 summary --n 5 --minimum 2 --maximum 6 --lower 0 --unit month
  nof1 summary --n 22 --events 18 --percent 82
  nof1 summary report.json --assume-sd 10,20,30 --coverage --format html -o report.html
  nof1 datasets huma-2020 | nof1 summary -`;

/** Says what a report without its patients, or without a standard deviation, still says. */
export const summary: CliCommand = {
  name: "summary",
  add(program, io, end) {
    addSummaryFlags(program.command("summary"))
      .description(
        "what a report without an SD still says: what must be true, then intervals by what they assume",
      )
      .argument("[file]", "reports as JSON or CSV (columns n, mean, …), - for standard input")
      .addHelpText("after", EXAMPLES)
      .action(async (file: string | undefined, _, command: Command) => {
        await run(file, command, io);
        end(exitCodes.done);
      });
  },
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
  ): Promise<string | null> => {
    const spec = chart(results, method);
    return spec && toSvg(spec);
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
    async html(results) {
      const [layers, samples] = await Promise.all(summaryCharts.map((one) => svgOf(results, one)));
      return summaryHtml(results, { layers: layers ?? null, samples: samples ?? null }, method);
    },
  };
}
