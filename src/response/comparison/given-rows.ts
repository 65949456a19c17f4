import type { Estimate } from "../../schema/estimate.ts";
import type { Patient } from "../../schema/patient.ts";
import type {
  EventProbability,
  FittedPoint,
  ResponseObservation,
  ResponseResult,
} from "../../schema/response-result.ts";
import type { ResponseSettings } from "../fit-response-options.ts";
import { mirrorBack } from "../mirror-scale.ts";

/** Rows of one patient. */
export interface GivenRows {
  estimates: Estimate[];
  probabilities: EventProbability[];
}

/**
 * Rows that were computed where lower is better, as they read on the given scale, with the outcome named.
 *
 * @param asked Settings as they were asked for.
 */
export function onGivenScale(
  { estimates, probabilities }: GivenRows,
  { scale, outcome }: Patient,
  asked: ResponseSettings,
): GivenRows {
  const mirrored = mirroredRows({ estimates, probabilities }, scale, asked);
  return {
    estimates:
      outcome === undefined ? mirrored.estimates : mirrored.estimates.map((row) => ({ ...row, outcome })),
    probabilities: mirrored.probabilities,
  };
}

/** What a curve and the scores beside it are drawn from. */
export interface GivenCurve {
  fitted: FittedPoint[];
  observations: ResponseObservation[];
}

/**
 * A curve and its scores that were computed where lower is better, as they read on the given scale.
 *
 * @param asked Settings as they were asked for.
 */
export function curveOnGivenScale(
  curve: GivenCurve,
  { scale }: Patient,
  asked: ResponseSettings,
): GivenCurve {
  const { fitted, observations } = mirroredRows(curve, scale, asked);
  return { fitted, observations };
}

/** Rows of a result, with nothing else in it. */
function mirroredRows(
  rows: Partial<GivenRows & GivenCurve>,
  scale: Patient["scale"],
  asked: ResponseSettings,
): ResponseResult {
  const rowsOnly = {
    scale,
    relapseAt: asked.relapseAt,
    estimates: [],
    probabilities: [],
    sensitivity: [],
    fitted: [],
    observations: [],
    priors: { set: "", parameters: [] },
    covariance: { parameters: [], mode: [], matrix: null },
    draws: null,
    ...rows,
  } satisfies Partial<ResponseResult>;
  return mirrorBack(rowsOnly as Partial<ResponseResult> as ResponseResult, asked);
}
