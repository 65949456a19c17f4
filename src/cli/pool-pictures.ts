import type { Command } from "commander";
import type { VegaLiteSpec } from "../render/charts/index.ts";
import { outputFormats, type ReportWriter } from "./output-formats.ts";
import { UsageError } from "./report-error.ts";

/** Options of the picture as they stand on the command line. */
export interface ChartFlags {
  chart?: string;
}

/** One picture of an analysis. */
export interface PoolPicture<Report> {
  /** Name behind `--chart`. */
  name: string;
  /** What brings it, for where it cannot be drawn. */
  needs: string;
  /** null where the analysis has nothing for it. */
  chart(report: Report): VegaLiteSpec | null;
}

/** How an analysis with pictures of its own is written; `chart` is the picture at the head of its page. */
export interface PoolWriter<Report> extends ReportWriter<Report> {
  /** Those that can be drawn by themselves, the one that is drawn unasked first. */
  pictures: readonly PoolPicture<Report>[];
}

/** Pictures that only other analyses have. */
const ELSEWHERE: readonly Pick<PoolPicture<never>, "name" | "needs">[] = [
  { name: "shrinkage", needs: "--bayes" },
  { name: "pooled-counts", needs: "--exact" },
  { name: "multilevel", needs: "--multilevel" },
  { name: "summary-pool", needs: "a series without its standard deviation" },
];

const pictureFormats = outputFormats.filter(({ picture }) => picture).map(({ name }) => name);

/** Adds the flag of the picture to a command. */
export function addChartFlag(command: Command): Command {
  return command.option(
    "--chart <name>",
    `which picture of what was asked for --format ${pictureFormats.join(", ")} draws: forest, prior-sensitivity; bubble (--moderator); leave-one-out, influence, baujat, funnel (--diagnostics); cumulative (--cumulative); shrinkage (--bayes); summary-pool (a series without its standard deviation) (default: the first of the analysis)`,
  );
}

/** A picture that nothing is drawn for. */
export function chartFlagProblems({ chart, format }: ChartFlags & { format: string }): string[] {
  if (chart === undefined || pictureFormats.includes(format)) return [];
  return [`--chart: needs --format ${pictureFormats.join(", ")}, got ${format}`];
}

function refusal<Report>(name: string, pictures: readonly PoolPicture<Report>[], drawable: string[]): string {
  const known = [...pictures, ...ELSEWHERE].find((picture) => picture.name === name);
  const hint = known && !drawable.includes(name) ? `; ${name} comes with ${known.needs}` : "";
  return `--chart ${name}: what was asked for has these pictures: ${drawable.join(", ")}${hint}`;
}

/**
 * Writes the picture that was asked for where a picture is written, unasked the first of the analysis.
 *
 * @throws {UsageError} where the analysis has no such picture, naming those that it has.
 */
export function withPicture<Report>(
  writer: PoolWriter<Report>,
  { chart: name, format }: ChartFlags & { format: string },
): ReportWriter<Report> {
  if (!pictureFormats.includes(format)) return writer;
  return {
    ...writer,
    chart(report) {
      const drawn = writer.pictures.flatMap((picture) => {
        const spec = picture.chart(report);
        return spec === null ? [] : [{ name: picture.name, spec }];
      });
      const found = name === undefined ? drawn[0] : drawn.find((picture) => picture.name === name);
      if (found) return found.spec;
      const names = drawn.map((picture) => picture.name);
      throw new UsageError(refusal(name ?? "", writer.pictures, names));
    },
  };
}
