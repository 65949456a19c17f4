import { EstimationError } from "../../../errors.ts";
import {
  type ErrorModel,
  fitLinearMixedModel,
  type LinearMixedFit,
  type MixedLikelihood,
  type NamedColumn,
  type RandomEffects,
  type SerialCorrelation,
} from "../../../inference/linear-mixed-model/index.ts";
import type { TrialRow } from "./trial-rows.ts";

/** A model of rows, before it is fitted. */
export interface RowModel {
  rows: readonly TrialRow[];
  /** Beside the intercept. */
  columns: readonly NamedColumn[];
  correlation: SerialCorrelation;
  likelihood: MixedLikelihood;
  randomEffects?: readonly RandomEffects[];
}

/** Days for a correlation on real days, places for one on the order of the scores. */
function errorsOf(label: string, { rows, correlation }: RowModel): ErrorModel {
  if (!correlation.needsTimes) return { correlation, times: rows.map(({ place }) => place) };
  const days = rows.map(({ day }) => day);
  if (days.includes(null)) {
    const message = `Cannot fit "${label}": needs the day of each score, got scores without days`;
    throw new EstimationError("not-identifiable", message);
  }
  return { correlation, times: days.map((day) => day!) };
}

/** Fits, with the name of the model in the message where there is no answer. */
export function fitRows(label: string, model: RowModel): LinearMixedFit {
  const { rows, columns, likelihood, randomEffects = [] } = model;
  const errors = errorsOf(label, model);
  const intercept = { name: "intercept", values: rows.map(() => 1) };
  try {
    return fitLinearMixedModel(
      { scores: rows.map(({ score }) => score), columns: [intercept, ...columns], errors, randomEffects },
      { likelihood },
    );
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    throw new EstimationError(error.code, error.message.replace(/^Cannot fit/u, `Cannot fit "${label}"`));
  }
}
