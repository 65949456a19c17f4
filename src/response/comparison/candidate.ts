import { EstimationError } from "../../errors.ts";
import type { Patient } from "../../schema/patient.ts";
import type { ResponseSettings } from "../fit-response-options.ts";
import type { ResponseModel } from "../response-model.ts";
import { type LeftOutScore, leaveOneOut } from "./leave-one-out.ts";
import { type SampledModel, sampleModel } from "./sampled-model.ts";

/** A model that could be fitted, with every score left out in turn. */
export interface FittedCandidate {
  model: ResponseModel;
  sampled: SampledModel;
  leftOut: LeftOutScore[];
  /** ln p(y_i | the other scores), one for each score; null where one of them is missing. */
  elpds: number[] | null;
}

/** A model that was asked for, and what came of it. */
export type Candidate = FittedCandidate | { model: ResponseModel; failure: EstimationError };

/** Fits a model and leaves out every score; a model that has no answer says why. */
export function tryModel(patient: Patient, settings: ResponseSettings): Candidate {
  const { model } = settings;
  try {
    const sampled = sampleModel(patient, settings);
    const leftOut = leaveOneOut(sampled);
    const elpds = leftOut.flatMap(({ density }) => (density ? [density.value] : []));
    return { model, sampled, leftOut, elpds: elpds.length === leftOut.length ? elpds : null };
  } catch (error) {
    if (error instanceof EstimationError) return { model, failure: error };
    throw error;
  }
}

export function isFitted(candidate: Candidate): candidate is FittedCandidate {
  return "sampled" in candidate;
}
