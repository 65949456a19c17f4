import { placeAt, type RelapseParameters } from "../likelihood/relapse-parameters.ts";
import type { RelapseModel } from "../models/relapse-model.ts";
import { type PopulationLaw, populationLaw } from "./population-law.ts";

/** What every quantity is read off: the law of one kind of course. */
export interface RelapseReading {
  model: RelapseModel;
  parameters: RelapseParameters;
  /** Centred covariates of that course. */
  centered: Float64Array;
  /**
   * Log median and law at the working parameters.
   * @param byShape Whether derivatives by the shape will be asked for.
   */
  at(theta: ArrayLike<number>, byShape?: boolean): { place: number; law: PopulationLaw };
}

/** A reading that makes the law once for all quantities asked for at the same parameters. */
export function relapseReading(
  model: RelapseModel,
  parameters: RelapseParameters,
  centered: Float64Array,
): RelapseReading {
  const last = new Float64Array(parameters.names.length).fill(Number.NaN);
  const start = populationLaw(model, parameters, new Float64Array(last.length), false);
  let known = { place: 0, law: start };
  let withSlopes = false;
  return {
    model,
    parameters,
    centered,
    at(theta, byShape = false) {
      let same = withSlopes || !byShape;
      for (let k = 0; k < last.length; k++) {
        if (last[k] !== theta[k]) same = false;
        last[k] = theta[k]!;
      }
      if (!same) {
        known = {
          place: placeAt(parameters, theta, centered),
          law: populationLaw(model, parameters, theta, byShape),
        };
        withSlopes = byShape;
      }
      return known;
    },
  };
}
