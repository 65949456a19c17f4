import type { Estimate } from "../../schema/estimate.ts";
import type { Patient } from "../../schema/patient.ts";
import type { EventProbability, ResponseResult } from "../../schema/response-result.ts";
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
  const { relapseAt } = asked;
  const rowsOnly = {
    scale,
    relapseAt,
    estimates,
    probabilities,
    sensitivity: [],
    fitted: [],
    observations: [],
    priors: { set: "", parameters: [] },
    covariance: { parameters: [], mode: [], matrix: null },
    draws: null,
  } satisfies Partial<ResponseResult>;
  const mirrored = mirrorBack(rowsOnly as Partial<ResponseResult> as ResponseResult, asked);
  return {
    estimates:
      outcome === undefined ? mirrored.estimates : mirrored.estimates.map((row) => ({ ...row, outcome })),
    probabilities: mirrored.probabilities,
  };
}
