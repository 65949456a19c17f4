import { priorAndPosteriorChart } from "../render/charts/prior-and-posterior.ts";
import { profileLikelihoodChart } from "../render/charts/profile-likelihood.ts";
import { responseCurveChart } from "../render/charts/response-curve.ts";
import type { VegaLiteSpec } from "../render/charts/vega-lite-spec.ts";
import { priorAndPosterior } from "../render/prior-and-posterior.ts";
import { profileResponse } from "../response/index.ts";
import { type FittedPatient, priorQuantities } from "./further-results.ts";
import { UsageError } from "./report-error.ts";

/** A result that a picture is drawn from. */
export interface DrawnResponse {
  result: object;
  spec: VegaLiteSpec;
}

/** One picture of a patient's response. */
export interface ResponseChart {
  /** Name behind `--chart`. */
  name: string;
  /** What it needs, for where it cannot be drawn. */
  needs: string;
  /** null where the fit has nothing for it. */
  draw(fitted: FittedPatient): DrawnResponse | null;
}

/** Every picture, the main one first. */
export const responseCharts: readonly ResponseChart[] = [
  {
    name: "curve",
    needs: "scores",
    draw: ({ result }) => ({ result, spec: responseCurveChart(result) }),
  },
  {
    name: "profile",
    needs: "scores",
    draw({ result, patient, options }) {
      const { interval: _, serialCorrelation: __, ...shared } = options;
      const profiled = profileResponse(patient, shared);
      profiled.provenance.inputSha256 = result.provenance.inputSha256;
      return { result: profiled, spec: profileLikelihoodChart(profiled) };
    },
  },
  {
    name: "prior",
    needs: "a posterior, which --interval leaves out here",
    draw(fitted) {
      if (fitted.result.posterior === null) return null;
      const learned = priorAndPosterior(fitted.result, priorQuantities(fitted));
      return { result: learned, spec: priorAndPosteriorChart(learned) };
    },
  },
];

/** What a picture of a fit shows, and the picture. */
export function drawnResponse(name: string, fitted: FittedPatient): DrawnResponse {
  const { draw, needs } = responseCharts.find((chart) => chart.name === name)!;
  const drawn = draw(fitted);
  if (!drawn) throw new UsageError(`--chart ${name}: needs ${needs}`);
  return drawn;
}
