import type { VegaLiteSpec } from "../render/charts/index.ts";
import { UsageError } from "./report-error.ts";

/** How the reports of one command are written; pictures and pages are of one report. */
export interface ReportWriter<Report> {
  text(reports: readonly Report[]): string;
  /** Results, as they stand in the JSON array. */
  results(report: Report): readonly object[];
  csv(reports: readonly Report[]): string;
  markdown(reports: readonly Report[]): string;
  /** Absent where there is nothing to draw. */
  chart?(report: Report): VegaLiteSpec;
  /** @param svg The chart; empty where there is none. */
  html(report: Report, svg: string): string | Promise<string>;
}

/** One way to write reports. */
export interface OutputFormat {
  name: string;
  /** True where a file holds one patient only. */
  single: boolean;
  /** True where the file is a picture and nothing else. */
  picture: boolean;
  write<Report>(
    reports: readonly Report[],
    writer: ReportWriter<Report>,
  ): Promise<string | Uint8Array> | string;
}

/** Vega is loaded only when a picture is asked for. */
async function svgOf<Report>(report: Report, writer: ReportWriter<Report>): Promise<string> {
  const { toSvg } = await import("../render/svg.ts");
  return toSvg(specOf(report, writer));
}

function specOf<Report>(report: Report, writer: ReportWriter<Report>): VegaLiteSpec {
  if (!writer.chart) throw new UsageError("--format: there is no picture of this, it is a table");
  return writer.chart(report);
}

/** Every format of `--format`, the default first. */
export const outputFormats: readonly OutputFormat[] = [
  { name: "table", single: false, picture: false, write: (reports, writer) => writer.text(reports) },
  {
    name: "json",
    single: false,
    picture: false,
    write: (reports, writer) =>
      `${JSON.stringify(
        reports.flatMap((report) => writer.results(report)),
        null,
        2,
      )}\n`,
  },
  { name: "csv", single: false, picture: false, write: (reports, writer) => writer.csv(reports) },
  { name: "markdown", single: false, picture: false, write: (reports, writer) => writer.markdown(reports) },
  {
    name: "html",
    single: true,
    picture: false,
    write: async ([report], writer) => writer.html(report!, writer.chart ? await svgOf(report!, writer) : ""),
  },
  {
    name: "vega",
    single: true,
    picture: true,
    write: ([report], writer) => `${JSON.stringify(specOf(report!, writer), null, 2)}\n`,
  },
  {
    name: "svg",
    single: true,
    picture: true,
    write: async ([report], writer) => `${await svgOf(report!, writer)}\n`,
  },
  {
    name: "png",
    single: true,
    picture: true,
    async write([report], writer) {
      const { toPng } = await import("./png.ts");
      return toPng(await svgOf(report!, writer));
    },
  },
];
