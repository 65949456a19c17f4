import { EstimationError } from "../../errors.ts";
import { copyRow, type WeightedDraws } from "../../inference/posterior/weighted-draws.ts";
import {
  dataAround,
  type PointwiseLikelihood,
  pointwiseLikelihood,
} from "../likelihood/pointwise-likelihood.ts";
import { leftOutWeights } from "./left-out-weights.ts";
import { type LogPredictiveDensity, logPredictiveDensity } from "./log-predictive-density.ts";
import { isTrusted, type SampledModel } from "./sampled-model.ts";
import { refitWithout } from "./without-score.ts";

/** Draws of the working parameters, by rows, with weights that add to 1. */
export type Draws = Pick<WeightedDraws, "dimension" | "nDraws" | "values" | "weights">;

/** What is known of a patient without one of the scores. */
export interface LeftOutScore {
  /** Of the posterior without the score; null where it was fitted anew and has no answer. */
  draws: Draws | null;
  /** k̂ of leaving it out by weights; null where their tail has no shape. */
  paretoShape: number | null;
  /** Whether the posterior was fitted anew without the score. */
  refitted: boolean;
  /** False where even the draws of the fit without it have k̂ above .7. */
  trusted: boolean;
  /** ln p(y_i | the other scores); null without draws. */
  density: LogPredictiveDensity | null;
}

/** How the scores are left out. */
export interface LeaveOneOutOptions {
  /** Fit anew for every score, whatever its k̂; default false. */
  refitAll?: boolean;
}

/**
 * Leaves out each score in turn: by weights of the draws where these can be trusted, by a fit without it where not.
 *
 * @returns One entry for each score, in the order of the patient's scores.
 * @see Vehtari, Gelman & Gabry (2017), Stat Comput 27:1413–1432, section 2. doi:10.1007/s11222-016-9696-4
 */
export function leaveOneOut(
  model: SampledModel,
  { refitAll = false }: LeaveOneOutOptions = {},
): LeftOutScore[] {
  const { scores } = model.data;
  const pointwise = pointwiseLikelihood(model.data, [scores]);
  const logLikelihoods = logLikelihoodColumns(pointwise, scores.length, model.draws);
  return scores.map((_, i) => {
    const column = logLikelihoods[i]!;
    const { weights, paretoShape, trusted } = leftOutWeights(column, model.draws.weights);
    if (trusted && !refitAll) {
      const { dimension, nDraws, values } = model.draws;
      const density = logPredictiveDensity(column, weights);
      return {
        draws: { dimension, nDraws, values, weights },
        paretoShape,
        refitted: false,
        trusted,
        density,
      };
    }
    const own = pointwiseLikelihood(dataAround(model.data, i), [scores]);
    const draws = refitOrNull(model, i, own);
    return {
      draws,
      paretoShape,
      refitted: true,
      trusted: draws !== null && isTrusted(draws),
      density:
        draws && logPredictiveDensity(logLikelihoodColumns(own, scores.length, draws)[i]!, draws.weights),
    };
  });
}

function refitOrNull(
  model: SampledModel,
  score: number,
  pointwise: PointwiseLikelihood,
): WeightedDraws | null {
  const row = new Float64Array(model.data.scores.length);
  try {
    return refitWithout(model, score, (theta) => {
      pointwise(theta, row);
      return row[score]!;
    });
  } catch (error) {
    if (error instanceof EstimationError) return null;
    throw error;
  }
}

/** The values of n readings in every draw, one array for each; 0 where the draw has no weight. */
export function logLikelihoodColumns(
  pointwise: PointwiseLikelihood,
  n: number,
  { nDraws, dimension, values, weights }: Draws,
): Float64Array[] {
  const columns = Array.from({ length: n }, () => new Float64Array(nDraws));
  const row = new Float64Array(n);
  const theta = new Float64Array(dimension);
  for (let s = 0; s < nDraws; s++) {
    if (!(weights[s]! > 0)) continue;
    copyRow(values, s, theta);
    pointwise(theta, row);
    for (let i = 0; i < n; i++) columns[i]![s] = row[i]!;
  }
  return columns;
}
