import type { ResponseResult } from "../schema/response-result.ts";

/** One way to write results. */
export interface OutputFormat {
  name: string;
  /** True where a file holds one patient only. */
  single: boolean;
  write(results: readonly ResponseResult[]): Promise<string | Uint8Array>;
}

async function chartOf(results: readonly ResponseResult[]) {
  const { responseCurveChart } = await import("../render/charts/index.ts");
  return responseCurveChart(results[0]!);
}

async function svgOf(results: readonly ResponseResult[]): Promise<string> {
  const { toSvg } = await import("../render/charts/index.ts");
  return toSvg(await chartOf(results));
}

/** Every format of `--format`, the default first. Vega is loaded only when a picture is asked for. */
export const outputFormats: readonly OutputFormat[] = [
  {
    name: "table",
    single: false,
    async write(results) {
      const { plainText, responseTable } = await import("../render/index.ts");
      const heading = ({ outcome }: ResponseResult): string =>
        outcome === undefined ? "" : `Outcome: ${plainText(outcome)}\n`;
      return results.map((result) => `${heading(result)}${responseTable(result)}\n`).join("\n");
    },
  },
  { name: "json", single: false, write: async (results) => `${JSON.stringify(results, null, 2)}\n` },
  {
    name: "csv",
    single: false,
    async write(results) {
      const { estimatesCsv } = await import("../render/index.ts");
      return estimatesCsv(results);
    },
  },
  {
    name: "markdown",
    single: false,
    async write(results) {
      const { responseMarkdown } = await import("../render/index.ts");
      return results.map(responseMarkdown).join("\n");
    },
  },
  {
    name: "html",
    single: true,
    async write(results) {
      const { responseHtml } = await import("../render/index.ts");
      return responseHtml(results[0]!, await svgOf(results));
    },
  },
  {
    name: "vega",
    single: true,
    write: async (results) => `${JSON.stringify(await chartOf(results), null, 2)}\n`,
  },
  { name: "svg", single: true, write: async (results) => `${await svgOf(results)}\n` },
  {
    name: "png",
    single: true,
    async write(results) {
      const { toPng } = await import("./png.ts");
      return toPng(await svgOf(results));
    },
  },
];
