import { toSvg } from "../../render/charts/index.ts";
import { trialChecklist, trialCsv, trialHtml, trialMarkdown, trialText } from "../../render/index.ts";
import type { TrialResult } from "../../schema/trial-result.ts";
import type { ReportWriter } from "../output-formats.ts";
import { UsageError } from "../report-error.ts";
import { trialCharts } from "./trial-charts.ts";

async function picturesOf(result: TrialResult): Promise<Record<string, string>> {
  const drawn = trialCharts.flatMap(({ place, chart }) => {
    const spec = chart(result);
    return spec === null ? [] : [{ place, spec }];
  });
  const svgs: Record<string, string> = {};
  for (const { place, spec } of drawn) svgs[place] = await toSvg(spec);
  return svgs;
}

/**
 * Writes trials.
 *
 * @param name The picture that is drawn by itself.
 * @param hasChecklist Whether CENT 2015 stands in every format with words; a page always has it.
 */
export function trialWriter(name: string, hasChecklist: boolean): ReportWriter<TrialResult> {
  const asked = (result: TrialResult) => (hasChecklist ? trialChecklist(result) : null);
  return {
    text: (results) => results.map((result) => trialText(result, asked(result))).join("\n"),
    results: (result) => [result, ...(hasChecklist ? [trialChecklist(result)] : [])],
    csv: trialCsv,
    markdown: (results) => results.map((result) => trialMarkdown(result, asked(result))).join("\n"),
    chart(result) {
      const { chart, needs } = trialCharts.find((one) => one.name === name)!;
      const spec = chart(result);
      if (!spec) throw new UsageError(`--chart ${name}: needs ${needs}`);
      return spec;
    },
    html: async (result) => trialHtml(result, await picturesOf(result)),
  };
}
