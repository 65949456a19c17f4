import type { VegaLiteSpec } from "../render/charts/index.ts";
import { tellCommand } from "./command-line.ts";
import { type DrawingFlags, type DrawPicture, drawingOf } from "./drawing.ts";
import { type InteractiveFlags, interactivePage } from "./interactive.ts";
import { pictureFile, pictureOf, withPicture } from "./markdown-pictures.ts";
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
  /**
   * @param svg The chart; empty where there is none.
   * @param draw Draws the page's other pictures; absent where nothing asks for another way than the usual one.
   */
  html(report: Report, svg: string, draw?: DrawPicture): string | Promise<string>;
}

/** One way to write reports. */
export interface OutputFormat {
  name: string;
  /** True where a file holds one patient only. */
  single: boolean;
  /** True where the file is a picture and nothing else. */
  picture: boolean;
  /** @param tell Says a line about what is written. */
  write<Report>(
    reports: readonly Report[],
    writer: ReportWriter<Report>,
    flags?: WritingFlags,
    tell?: (line: string) => void,
  ): Promise<string | Uint8Array> | string;
  /** Further files that belong beside the one of `-o`, by their paths; absent where there are none. */
  beside?<Report>(
    reports: readonly Report[],
    writer: ReportWriter<Report>,
    flags: WritingFlags,
  ): Promise<Map<string, string>>;
}

/** What a format may need to know of the command line. */
export interface WritingFlags extends DrawingFlags, InteractiveFlags {
  /** What computes the reports again; absent where nobody says. */
  commandLine?: string;
  /** The file that is written; absent for the standard output. */
  output?: string;
}

/** The results of a report, told by which command line they were made. */
function madeResults<Report>(
  report: Report,
  writer: ReportWriter<Report>,
  flags: WritingFlags = {},
): readonly object[] {
  const results = writer.results(report);
  tellCommand(results, flags.commandLine);
  return results;
}

/** Vega is loaded only when a picture is asked for. */
async function svgOf<Report>(
  report: Report,
  writer: ReportWriter<Report>,
  flags?: DrawingFlags,
): Promise<string> {
  const { toSvg } = await import("../render/svg.ts");
  return toSvg(await specOf(report, writer, flags));
}

async function specOf<Report>(
  report: Report,
  writer: ReportWriter<Report>,
  flags: DrawingFlags = {},
): Promise<VegaLiteSpec> {
  if (!writer.chart) throw new UsageError("--format: there is no picture of this, it is a table");
  const { withTheme } = await import("../render/charts/with-theme.ts");
  return withTheme(writer.chart(report), drawingOf(flags).theme);
}

/** One report as Markdown, with its picture linked or in words. */
function markdownOf<Report>(
  report: Report,
  writer: ReportWriter<Report>,
  flags: WritingFlags = {},
  place = 0,
  nReports = 1,
): string {
  madeResults(report, writer, flags);
  const spec = pictureOf(report, writer.chart);
  const text = writer.markdown([report]);
  const { output } = flags;
  return spec
    ? withPicture(text, spec, output === undefined ? null : pictureFile(output, place, nReports))
    : text;
}

/** The pictures of Markdown reports, by the files that they link to. */
async function picturesBeside<Report>(
  reports: readonly Report[],
  writer: ReportWriter<Report>,
  flags: WritingFlags,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [i, report] of reports.entries()) {
    const spec = pictureOf(report, writer.chart);
    if (!spec || flags.output === undefined) continue;
    const { toSvg } = await import("../render/svg.ts");
    const { withTheme } = await import("../render/charts/with-theme.ts");
    const svg = await toSvg(withTheme(spec, drawingOf(flags).theme));
    files.set(pictureFile(flags.output, i, reports.length), `${svg}\n`);
  }
  return files;
}

/** Every format of `--format`, the default first. */
export const outputFormats: readonly OutputFormat[] = [
  { name: "table", single: false, picture: false, write: (reports, writer) => writer.text(reports) },
  {
    name: "json",
    single: false,
    picture: false,
    write: (reports, writer, flags) =>
      `${JSON.stringify(
        reports.flatMap((report) => madeResults(report, writer, flags)),
        null,
        2,
      )}\n`,
  },
  { name: "csv", single: false, picture: false, write: (reports, writer) => writer.csv(reports) },
  {
    name: "markdown",
    single: false,
    picture: false,
    write: (reports, writer, flags) =>
      reports.map((report, i) => markdownOf(report, writer, flags, i, reports.length)).join("\n"),
    beside: (reports, writer, flags) => picturesBeside(reports, writer, flags),
  },
  {
    name: "html",
    single: true,
    picture: false,
    async write([report], writer, flags) {
      madeResults(report!, writer, flags);
      if (flags?.interactive)
        return interactivePage(writer.chart?.(report!), (svg, draw) => writer.html(report!, svg, draw));
      return writer.html(report!, writer.chart ? await svgOf(report!, writer) : "");
    },
  },
  {
    name: "vega",
    single: true,
    picture: true,
    write: async ([report], writer, flags) =>
      `${JSON.stringify(await specOf(report!, writer, flags), null, 2)}\n`,
  },
  {
    name: "svg",
    single: true,
    picture: true,
    write: async ([report], writer, flags) => `${await svgOf(report!, writer, flags)}\n`,
  },
  {
    name: "png",
    single: true,
    picture: true,
    async write([report], writer, flags = {}, tell = () => {}) {
      const { missingCharacters, toPng } = await import("./png.ts");
      const svg = await svgOf(report!, writer, flags);
      const missing = await missingCharacters(svg);
      if (missing !== null) tell(missing);
      return toPng(svg, drawingOf(flags).pixelRatio);
    },
  },
];
