import { posterior } from "../../inference/index.ts";
import { modelComparisonChart, responseCurveChart } from "../../render/charts/index.ts";
import {
  type ComparisonReport,
  comparisonCsv,
  comparisonHtml,
  comparisonMarkdown,
  comparisonText,
} from "../../render/index.ts";
import {
  compareModels,
  type FitResponseOptions,
  fitResponse,
  responseModels,
  responseSensitivity,
} from "../../response/index.ts";
import type { ModelComparison } from "../../schema/model-comparison.ts";
import type { Patient } from "../../schema/patient.ts";
import type { ResponseSensitivity } from "../../schema/response-sensitivity.ts";
import type { CommandSetUp } from "../command.ts";
import { type DrawPicture, drawStill } from "../drawing.ts";
import { analyzeEach, type PatientAnalysis } from "../each-patient.ts";
import type { CommonOptions } from "../options.ts";
import { addResponseFlags, type ResponseFlags } from "../response-options.ts";

/** Formats that show the models alone, and not what each says under other priors, which takes longest. */
const MODELS_ALONE = ["csv", "vega", "svg", "png"];

/** Shows every patient of a file under every model and every set of priors. */
export const compare: CommandSetUp = (command, io, end) => {
  addResponseFlags(command)
    .argument("<file>", "patients as CSV or JSON, - for standard input")
    .action(async (file: string) => {
      const flags: ResponseFlags & CommonOptions = command.optsWithGlobals();
      end(await analyzeEach(file, flags, io, comparing(flags)));
    });
};

/** A comparison, and what the curves of its page are drawn from. */
interface ComparedPatient {
  comparison: ModelComparison;
  /** null where the format leaves it out. */
  sensitivity: ResponseSensitivity | null;
  patient: Patient;
  options: FitResponseOptions;
}

function comparing({ format }: CommonOptions): PatientAnalysis<ComparedPatient> {
  return {
    analyze(patient, options, { sha256 }) {
      const { relapseAt, horizon, level, seed, baselines, priors } = options;
      const shared = { relapseAt, horizon, level, seed, baselines };
      const comparison = compareModels(patient, { ...shared, priors });
      const sensitivity = MODELS_ALONE.includes(format) ? null : responseSensitivity(patient, shared);
      comparison.provenance.inputSha256 = sha256;
      if (sensitivity) sensitivity.provenance.inputSha256 = sha256;
      return { patient, options, comparison, sensitivity };
    },
    writer: {
      text: (reports) => reports.map((report) => comparisonText(whole(report))).join("\n"),
      results: ({ comparison, sensitivity }) => (sensitivity ? [comparison, sensitivity] : [comparison]),
      csv: (reports) => comparisonCsv(reports.map(({ comparison }) => comparison)),
      markdown: (reports) => reports.map((report) => comparisonMarkdown(whole(report))).join("\n"),
      chart: ({ comparison }) => modelComparisonChart(comparison),
      html: async (report, svg, draw = drawStill) =>
        comparisonHtml(whole(report), [{ title: "All models", svg }, ...(await curvesOf(report, draw))]),
    },
  };
}

/** A report of a format that leaves nothing out. */
function whole({ comparison, sensitivity }: ComparedPatient): ComparisonReport {
  return { comparison, sensitivity: sensitivity! };
}

/** A picture of each model's curve with its band. */
function curvesOf(
  { patient, options }: ComparedPatient,
  draw: DrawPicture,
): Promise<{ title: string; svg: string }[]> {
  const interval = options.interval ?? posterior.coarse!;
  const drawn = responseModels.filter(({ parameters }) => parameters.length > 0);
  return Promise.all(
    drawn.map(async (model) => {
      const result = fitResponse(patient, { ...options, model, interval });
      return { title: `${model.label}: ${model.formula}`, svg: await draw(responseCurveChart(result)) };
    }),
  );
}
