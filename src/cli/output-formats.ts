import type { VegaLiteSpec } from "../render/charts/index.ts";

/** How the reports of one command are written; pictures and pages are of one report. */
export interface ReportWriter<Report> {
  text(reports: readonly Report[]): string;
  /** Results, as they stand in the JSON array. */
  results(report: Report): readonly object[];
  csv(reports: readonly Report[]): string;
  markdown(reports: readonly Report[]): string;
  chart(report: Report): VegaLiteSpec;
  /** @param svg The chart. */
  html(report: Report, svg: string): string | Promise<string>;
}

/** One way to write reports. */
export interface OutputFormat {
  name: string;
  /** True where a file holds one patient only. */
  single: boolean;
  write<Report>(
    reports: readonly Report[],
    writer: ReportWriter<Report>,
  ): Promise<string | Uint8Array> | string;
}

/** Vega is loaded only when a picture is asked for. */
async function svgOf<Report>(report: Report, writer: ReportWriter<Report>): Promise<string> {
  const { toSvg } = await import("../render/svg.ts");
  return toSvg(writer.chart(report));
}

/** Every format of `--format`, the default first. */
export const outputFormats: readonly OutputFormat[] = [
  { name: "table", single: false, write: (reports, writer) => writer.text(reports) },
  {
    name: "json",
    single: false,
    write: (reports, writer) =>
      `${JSON.stringify(
        reports.flatMap((report) => writer.results(report)),
        null,
        2,
      )}\n`,
  },
  { name: "csv", single: false, write: (reports, writer) => writer.csv(reports) },
  { name: "markdown", single: false, write: (reports, writer) => writer.markdown(reports) },
  {
    name: "html",
    single: true,
    write: async ([report], writer) => writer.html(report!, await svgOf(report!, writer)),
  },
  {
    name: "vega",
    single: true,
    write: ([report], writer) => `${JSON.stringify(writer.chart(report!), null, 2)}\n`,
  },
  { name: "svg", single: true, write: async ([report], writer) => `${await svgOf(report!, writer)}\n` },
  {
    name: "png",
    single: true,
    async write([report], writer) {
      const { toPng } = await import("./png.ts");
      return toPng(await svgOf(report!, writer));
    },
  },
];
