import { EstimationError } from "../../errors.ts";
import type { CountModel } from "./count-model.ts";
import { jeffreysPenalty, noPenalty, noSpread, type Penalty } from "./penalties.ts";
import type { SeriesLikelihood } from "./series-likelihood.ts";

/** The log likelihood of all series, with its penalty. */
export interface JointLikelihood {
  model: CountModel;
  series: readonly SeriesLikelihood[];
  penalty: Penalty;
  /** Where a search for the mean begins. */
  start: number;
  value(mean: number, spread: number): number;
}

/**
 * The penalty that a likelihood needs in order to have a maximum; none where it has one.
 *
 * @throws {EstimationError} `not-identifiable` where no series says anything.
 */
function penaltyFor(model: CountModel, series: readonly SeriesLikelihood[]): Penalty {
  const extremes = series.map(({ alone }) => alone.extreme).filter((extreme) => extreme !== "both");
  if (extremes.length === 0)
    throw new EstimationError(
      "not-identifiable",
      `Cannot fit "${model.name}": needs a series in which some had the event and some had not, got none`,
    );
  if (extremes.some((extreme) => extreme === null)) return extremes.length > 1 ? noPenalty : noSpread;
  return new Set(extremes).size === 1 ? jeffreysPenalty : model.spread.penaltyOfExtremes;
}

/** The log likelihood of all series, penalised where it would have no maximum. */
export function jointLikelihood(
  model: CountModel,
  series: readonly SeriesLikelihood[],
  start: number,
): JointLikelihood {
  const penalty = penaltyFor(model, series);
  return {
    model,
    series,
    penalty,
    start,
    value: (mean, spread) =>
      series.reduce((sum, one) => sum + one.value(mean, spread), penalty.log(series, mean, spread)),
  };
}
