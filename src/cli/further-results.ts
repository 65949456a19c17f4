import { EstimationError } from "../errors.ts";
import { priorOfQuantities } from "../inference/prior.ts";
import { forecastChart } from "../render/charts/forecast.ts";
import { priorAndPosteriorChart } from "../render/charts/prior-and-posterior.ts";
import { responseDiagnosticsChart } from "../render/charts/response-diagnostics.ts";
import type { VegaLiteSpec } from "../render/charts/vega-lite-spec.ts";
import type { Forecast } from "../render/forecast/forecast-report.ts";
import type { FurtherResults } from "../render/html/further-sections.ts";
import { priorAndPosterior } from "../render/prior-and-posterior.ts";
import {
  diagnoseResponse,
  type FitResponseOptions,
  fitResponse,
  nextCourse,
  nextScore,
} from "../response/index.ts";
import type { KnownDay, Patient } from "../schema/patient.ts";
import type { ResponseResult } from "../schema/response-result.ts";
import type { DrawPicture } from "./drawing.ts";

/** A fit with what it was made of. */
export interface FittedPatient {
  result: ResponseResult;
  patient: Patient;
  options: FitResponseOptions;
}

/** A result, and its picture that may still be drawn. */
interface Drawing<Result> {
  result: Result;
  svg: Promise<string>;
}

/**
 * Computes what a patient's page shows beside the fit: what comes next, what the scores changed, and how well the curve
 * fits. Nothing for a fit without a posterior.
 *
 * @param draw Each picture may be drawn while the next result is computed.
 */
export async function furtherResults(fitted: FittedPatient, draw: DrawPicture): Promise<FurtherResults> {
  const { result, patient, options } = fitted;
  const noScores = result.warnings.some(({ code }) => code === "priors-alone");
  if (result.posterior === null || noScores) return {};
  const { interval: _, serialCorrelation: __, ...shared } = options;
  const drawn = <Result>(compute: () => Result, chart: (result: Result) => VegaLiteSpec) => {
    const computed = orNull(compute);
    return computed && { result: computed, svg: draw(chart(computed)) };
  };
  const forecast = drawn(
    (): Forecast => ({ next: [nextCourse(result)], score: nextScore(result) }),
    forecastChart,
  );
  const diagnostics = drawn(() => diagnoseResponse(patient, shared), responseDiagnosticsChart);
  // Last, for nothing is left to compute while its picture is drawn, which takes the shortest.
  const learned = drawn(() => priorAndPosterior(result, priorQuantities(fitted)), priorAndPosteriorChart);
  const drawings = [whole(forecast), whole(learned), whole(diagnostics)] as const;
  const [ahead, before, fit] = await Promise.all(drawings);
  return {
    ...(ahead && { forecast: ahead }),
    ...(before && { learned: before }),
    ...(fit && { diagnostics: fit }),
  };
}

async function whole<Result>(
  drawing: Drawing<Result> | null,
): Promise<{ result: Result; svg: string } | null> {
  return drawing && { result: drawing.result, svg: await drawing.svg };
}

/** A patient under the priors alone: the quantities, without a curve and without what is asked of the scores. */
export function priorQuantities({ patient, options }: FittedPatient): ResponseResult {
  const { serialCorrelation: _, ...shared } = options;
  return fitResponse(withoutDetails(patient), { ...shared, interval: priorOfQuantities });
}

/** null where there is no answer. */
function orNull<Result>(compute: () => Result): Result | null {
  try {
    return compute();
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
