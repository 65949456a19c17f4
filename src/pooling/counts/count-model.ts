import type { SeriesSummary } from "../../schema/series.ts";
import type { EffectMeasure } from "../effect-measures/effect-measure.ts";
import type { Penalty } from "./penalties.ts";
import type { RandomEffectQuadrature } from "./quadrature-rule.ts";
import type { SeriesLikelihood } from "./series-likelihood.ts";

/** A quantity that tells how far series differ, computed from the spread. */
export interface SpreadQuantity {
  parameter: string;
  label: string;
  unit: string;
  /** @param typical Typical sampling variance of a series; null where the model has none. */
  of(spread: number, typical: number | null): number | null;
}

/** How the differences between series are measured. */
export interface SpreadScale {
  /** Rising places at which the likelihood is first looked at, all above 0. */
  places: readonly number[];
  /** The largest spread that is looked at. */
  largest: number;
  /** True where there is none beyond it. */
  ends: boolean;
  /** What is added where every series has all or none of its events, some the one and some the other. */
  penaltyOfExtremes: Penalty;
  quantities: readonly SpreadQuantity[];
}

/** A model of counts with an exact likelihood. */
export interface CountModel {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** The measure that says which columns are needed, how a value is read and what a series alone says roughly. */
  readonly measure: EffectMeasure;
  readonly spread: SpreadScale;
  /** A mean from which the search may begin. */
  start(summaries: readonly SeriesSummary[]): number;
  likelihood(summary: SeriesSummary, quadrature: RandomEffectQuadrature): SeriesLikelihood;
}
