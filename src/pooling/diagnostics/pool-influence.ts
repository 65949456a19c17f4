import { EstimationError } from "../../errors.ts";
import {
  type EffectData,
  effectData,
  residualDegrees,
  sharedMean,
} from "../../inference/random-effects/effect-data.ts";
import { qTest } from "../../inference/random-effects/q-test.ts";
import {
  type RandomEffectsFit,
  randomEffectsFit,
} from "../../inference/random-effects/random-effects-fit.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { fitAt, gram, totalWeight } from "../../inference/random-effects/weighted-fit.ts";
import { bilinear, dot, type Matrix } from "../../math/linear/matrix.ts";
import type { PoolInfluence, SeriesInfluence } from "../../schema/pool-influence.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { chosenRows } from "../chosen-rows.ts";
import type { PoolEstimatesOptions } from "../pool-options.ts";
import { poolProvenance } from "../pool-provenance.ts";
import { namedCoefficients } from "../regression/coefficient-rows.ts";
import { regressionDesign } from "../regression/regression-design.ts";

/** Options of `poolInfluence`. */
export type PoolInfluenceOptions = Omit<
  PoolEstimatesOptions,
  "interval" | "prediction" | "tauSquaredInterval"
>;

function rowOf({ columns, values }: Matrix, i: number): Float64Array {
  return values.subarray(i * columns, (i + 1) * columns);
}

function without({ effects, variances, design }: EffectData, i: number): EffectData {
  const keep = (_: unknown, j: number): boolean => j !== i;
  const { columns, rows, values } = design;
  return {
    effects: Array.from(effects).filter(keep),
    variances: Array.from(variances).filter(keep),
    design: {
      rows: rows - 1,
      columns,
      values: values.filter((_, at) => Math.floor(at / columns) !== i),
    },
  };
}

/** The fit without one series; null where its coefficients or τ² are not defined. */
function fitWithout(data: EffectData, i: number, estimator: TauSquaredEstimator): RandomEffectsFit | null {
  if (residualDegrees(data) < 2) return null;
  try {
    return randomEffectsFit(without(data, i), estimator);
  } catch (error) {
    if (error instanceof EstimationError && error.code === "not-identifiable") return null;
    throw error;
  }
}

/** What needs a fit without the series. */
type Deleted = Omit<SeriesInfluence, "series" | "hat" | "weight" | "squaredPearsonResidual">;

const NO_FIT: Deleted = {
  studentizedDeletedResidual: null,
  dffits: null,
  cooksDistance: null,
  dfbetas: null,
  covarianceRatio: null,
  tauSquaredDeleted: null,
  qDeleted: null,
  squaredShift: null,
};

/** A coefficient in the units that were given, as a combination of those of the design. */
interface Coefficient {
  parameter: string;
  contrast: readonly number[];
}

const MEAN: readonly Coefficient[] = [{ parameter: "mean", contrast: [1] }];

/** How far each coefficient moves, in standard errors of the fit with all series at the τ² of the others. */
function dfbetas(
  { data }: RandomEffectsFit,
  moved: Float64Array,
  { tauSquared: { tauSquared } }: RandomEffectsFit,
  coefficients: readonly Coefficient[],
): SeriesInfluence["dfbetas"] {
  const { covariance } = fitAt(data, tauSquared);
  return coefficients.map(({ parameter, contrast }) => {
    const own = Float64Array.from(contrast);
    return { parameter, value: dot(own, moved) / Math.sqrt(bilinear(own, covariance, own)) };
  });
}

function deleted(
  fit: RandomEffectsFit,
  i: number,
  hat: number,
  rest: RandomEffectsFit | null,
  coefficients: readonly Coefficient[],
): Deleted {
  if (rest === null) return NO_FIT;
  const { effects, variances, design } = fit.data;
  const x = rowOf(design, i);
  const moved = fit.coefficients.map((value, j) => value - rest.coefficients[j]!);
  const { tauSquared } = rest.tauSquared;
  const shift = dot(x, moved);
  const predictedVariance = bilinear(x, rest.covariance, x);
  const own = variances[i]! + tauSquared;
  return {
    studentizedDeletedResidual:
      (effects[i]! - dot(x, rest.coefficients)) / Math.sqrt(own + predictedVariance),
    dffits: shift / Math.sqrt(hat * own),
    cooksDistance: bilinear(moved, gram(design, fit.weights), moved),
    dfbetas: dfbetas(fit, moved, rest, coefficients),
    covarianceRatio: Math.exp(fit.logDeterminant - rest.logDeterminant),
    tauSquaredDeleted: tauSquared,
    qDeleted: qTest(rest.data).q,
    squaredShift: shift ** 2 / predictedVariance,
  };
}

function influenceOf(
  fit: RandomEffectsFit,
  i: number,
  series: string,
  estimator: TauSquaredEstimator,
  coefficients: readonly Coefficient[],
): SeriesInfluence {
  const x = rowOf(fit.data.design, i);
  const hat = fit.weights[i]! * bilinear(x, fit.covariance, x);
  return {
    series,
    ...deleted(fit, i, hat, fitWithout(fit.data, i, estimator), coefficients),
    hat,
    weight: fit.weights[i]! / totalWeight(fit),
    squaredPearsonResidual: fit.weights[i]! * fit.residuals[i]! ** 2,
  };
}

function deletedWarning(series: readonly SeriesInfluence[]): Warning[] {
  const names = series.filter(({ qDeleted }) => qDeleted === null).map((one) => one.series);
  if (names.length === 0) return [];
  return [
    {
      code: "no-pool-without-series",
      message: `Without ${names.join(" or ")} the pool cannot be fitted: what would compare the two is not given.`,
    },
  ];
}

/**
 * What each series does to a pool, with moderators or without: residuals, leverage, and how far mean, covariance and τ² move
 * without it; with the coordinates of Baujat's plot. Covariances take τ² as known, without Hartung and Knapp's factor.
 *
 * @param rows As for `poolEstimates`.
 * @throws As `poolEstimates`; {EstimationError} `too-few-observations` where there is only one series.
 * @see Viechtbauer & Cheung (2010), Res Synth Methods 1:112–125, section 3 (after Cook & Weisberg 1982). doi:10.1002/jrsm.11;
 * Baujat, Mahé, Pignon & Hill (2002), Stat Med 21:2641–2652. doi:10.1002/sim.1221
 * @example
 * const rows = [-3.5, -1, -2].map((estimate) => ({ estimate, variance: 0.3 }));
 * poolInfluence(rows).series[0]?.tauSquaredDeleted; // 0.2
 */
export function poolInfluence(
  rows: readonly EffectEstimate[],
  options: PoolInfluenceOptions = {},
): PoolInfluence {
  const { rows: chosen, effects, variances, leftOut, settings } = chosenRows(rows, options);
  const { moderators, tauSquared } = settings;
  const regression = moderators.length > 0 ? regressionDesign(chosen, moderators) : null;
  const design = regression?.matrix ?? sharedMean(chosen.length);
  const coefficients = regression ? namedCoefficients(regression, settings.unit) : MEAN;
  if (chosen.length < 2)
    throw new EstimationError(
      "too-few-observations",
      "Cannot tell influence: needs at least 2 series, got 1",
    );
  const fit = randomEffectsFit(effectData(effects, variances, design), tauSquared);
  const series = chosen.map((row, i) => influenceOf(fit, i, row.series, tauSquared, coefficients));
  return {
    kind: "pool-influence",
    schemaVersion: 1,
    nSeries: chosen.length,
    nCoefficients: design.columns,
    tauSquared: fit.tauSquared.tauSquared,
    q: qTest(fit.data).q,
    series,
    leftOut,
    warnings: deletedWarning(series),
    provenance: poolProvenance(settings, false),
  };
}
