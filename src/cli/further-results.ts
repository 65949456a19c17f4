import { EstimationError } from "../errors.ts";
import { priorOfQuantities } from "../inference/prior.ts";
import { forecastChart } from "../render/charts/forecast.ts";
import { priorAndPosteriorChart } from "../render/charts/prior-and-posterior.ts";
import { responseDiagnosticsChart } from "../render/charts/response-diagnostics.ts";
import type { VegaLiteSpec } from "../render/charts/vega-lite-spec.ts";
import type { Forecast } from "../render/forecast/forecast-report.ts";
import type { FurtherResults } from "../render/html/further-sections.ts";
import { priorAndPosterior } from "../render/prior-and-posterior.ts";
import { toSvg } from "../render/svg.ts";
import {
  diagnoseResponse,
  type FitResponseOptions,
  fitResponse,
  nextCourse,
  nextScore,
} from "../response/index.ts";
import type { KnownDay, Patient } from "../schema/patient.ts";
import type { ResponseResult } from "../schema/response-result.ts";

/** A fit with what it was made of. */
export interface FittedPatient {
  result: ResponseResult;
  patient: Patient;
  options: FitResponseOptions;
}

/**
 * Computes what a patient's page shows beside the fit: what comes next, what the scores changed, and how well the curve
 * fits. Nothing for a fit without a posterior.
 */
export async function furtherResults(fitted: FittedPatient): Promise<FurtherResults> {
  const { result, patient, options } = fitted;
  const noScores = result.warnings.some(({ code }) => code === "priors-alone");
  if (result.posterior === null || noScores) return {};
  const { interval: _, serialCorrelation: __, ...shared } = options;
  const forecast = await drawn(
    (): Forecast => ({ next: [nextCourse(result)], score: nextScore(result) }),
    forecastChart,
  );
  const learned = await drawn(
    () => priorAndPosterior(result, priorQuantities(fitted)),
    priorAndPosteriorChart,
  );
  const diagnostics = await drawn(() => diagnoseResponse(patient, shared), responseDiagnosticsChart);
  return { ...(forecast && { forecast }), ...(learned && { learned }), ...(diagnostics && { diagnostics }) };
}

/** A patient under the priors alone: the quantities, without a curve and without what is asked of the scores. */
export function priorQuantities({ patient, options }: FittedPatient): ResponseResult {
  const { serialCorrelation: _, ...shared } = options;
  return fitResponse(withoutDetails(patient), { ...shared, interval: priorOfQuantities });
}

/** A result with its picture; null where it does not exist. */
async function drawn<Result>(
  compute: () => Result,
  chart: (result: Result) => VegaLiteSpec,
): Promise<{ result: Result; svg: string } | null> {
  try {
    const result = compute();
    return { result, svg: await toSvg(chart(result)) };
  } catch (error) {
    if (error instanceof EstimationError) return null;
    throw error;
  }
}

/** The patient as the priors see it: without what only sensitivity analyses of the scores ask for. */
function withoutDetails(patient: Patient): Patient {
  const known = <Row extends KnownDay>(row: Row): Row =>
    row.day === null ? row : { ...row, dayEarliest: null, dayLatest: null };
  return {
    ...patient,
    scores: patient.scores.map((score) => ({ ...known(score), rescue: false })),
    courses: patient.courses.map(known),
  };
}
