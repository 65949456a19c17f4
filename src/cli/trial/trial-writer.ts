import type { VegaLiteSpec } from "../../render/charts/index.ts";
import { trialChecklist, trialCsv, trialHtml, trialMarkdown, trialText } from "../../render/index.ts";
import type { TrialResult } from "../../schema/trial-result.ts";
import { type DrawPicture, drawStill } from "../drawing.ts";
import type { ReportWriter } from "../output-formats.ts";
import { UsageError } from "../report-error.ts";
import { trialCharts } from "./trial-charts.ts";

async function picturesOf(result: TrialResult, draw: DrawPicture): Promise<Record<string, string>> {
  const drawn = trialCharts.flatMap(({ place, chart }) => {
    const spec = chart(result);
    return spec === null ? [] : [{ place, spec }];
  });
  const svgs: Record<string, string> = {};
  for (const { place, spec } of drawn) svgs[place] = await draw(spec);
  return svgs;
}

/**
 * Writes trials.
 *
 * @param name The picture that is drawn by itself.
 * @param hasChecklist Whether CENT 2015 stands in every format with words; a page always has it.
 * @param isPage A page has every picture that there is; only a picture by itself must exist.
 */
export function trialWriter(name: string, hasChecklist: boolean, isPage: boolean): ReportWriter<TrialResult> {
  const asked = (result: TrialResult) => (hasChecklist ? trialChecklist(result) : null);
  const chosen = (result: TrialResult): VegaLiteSpec => {
    const { chart, needs } = trialCharts.find((one) => one.name === name)!;
    const spec = chart(result);
    if (!spec) throw new UsageError(`--chart ${name}: needs ${needs}`);
    return spec;
  };
  return {
    text: (results) => results.map((result) => trialText(result, asked(result))).join("\n"),
    results: (result) => [result, ...(hasChecklist ? [trialChecklist(result)] : [])],
    csv: trialCsv,
    markdown: (results) => results.map((result) => trialMarkdown(result, asked(result))).join("\n"),
    ...(!isPage && { chart: chosen }),
    html: async (result, _, draw = drawStill) => trialHtml(result, await picturesOf(result, draw)),
  };
}
