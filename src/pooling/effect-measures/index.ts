import { arcsineDifference } from "./arcsine-difference.ts";
import { arcsineProportion } from "./arcsine-proportion.ts";
import { coefficientOfVariationChange } from "./coefficient-of-variation-change.ts";
import { coefficientOfVariationRatio } from "./coefficient-of-variation-ratio.ts";
import { correlation } from "./correlation.ts";
import { doubleArcsineProportion } from "./double-arcsine-proportion.ts";
import { doubleRootRate } from "./double-root-rate.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { fisherZ } from "./fisher-z.ts";
import { heteroscedasticMeanChange } from "./heteroscedastic-mean-change.ts";
import { heteroscedasticMeanDifference } from "./heteroscedastic-mean-difference.ts";
import { logCoefficientOfVariation } from "./log-coefficient-of-variation.ts";
import { logMean } from "./log-mean.ts";
import { logProportion } from "./log-proportion.ts";
import { logRate } from "./log-rate.ts";
import { logStandardDeviation } from "./log-standard-deviation.ts";
import { logitProportion } from "./logit-proportion.ts";
import { mean } from "./mean.ts";
import { meanChange } from "./mean-change.ts";
import { meanDifference } from "./mean-difference.ts";
import { oddsRatio } from "./odds-ratio.ts";
import { petoOddsRatio } from "./peto-odds-ratio.ts";
import { proportion } from "./proportion.ts";
import { rate } from "./rate.ts";
import { rateDifference } from "./rate-difference.ts";
import { rateRatio } from "./rate-ratio.ts";
import { ratioOfMeans } from "./ratio-of-means.ts";
import { ratioOfMeansChange } from "./ratio-of-means-change.ts";
import { rawStandardizedMeanChange } from "./raw-standardized-mean-change.ts";
import { reliefLogRatio } from "./relief-log-ratio.ts";
import { reliefMeanOfRatios } from "./relief-mean-of-ratios.ts";
import { reliefRatioOfMeans } from "./relief-ratio-of-means.ts";
import { riskDifference } from "./risk-difference.ts";
import { riskRatio } from "./risk-ratio.ts";
import { rootRate } from "./root-rate.ts";
import { rootRateDifference } from "./root-rate-difference.ts";
import { standardizedMeanChange } from "./standardized-mean-change.ts";
import { standardizedMeanDifference } from "./standardized-mean-difference.ts";
import { variabilityChange } from "./variability-change.ts";
import { variabilityRatio } from "./variability-ratio.ts";

/** Every effect measure, by what it is measured on. There is no default: what is pooled must be said. */
export const effectMeasures: readonly EffectMeasure[] = [
  meanDifference,
  standardizedMeanDifference,
  heteroscedasticMeanDifference,
  ratioOfMeans,
  coefficientOfVariationRatio,
  variabilityRatio,
  mean,
  logMean,
  logCoefficientOfVariation,
  logStandardDeviation,
  meanChange,
  standardizedMeanChange,
  rawStandardizedMeanChange,
  heteroscedasticMeanChange,
  ratioOfMeansChange,
  coefficientOfVariationChange,
  variabilityChange,
  reliefMeanOfRatios,
  reliefRatioOfMeans,
  reliefLogRatio,
  riskRatio,
  oddsRatio,
  riskDifference,
  arcsineDifference,
  petoOddsRatio,
  proportion,
  logProportion,
  logitProportion,
  arcsineProportion,
  doubleArcsineProportion,
  rate,
  logRate,
  rootRate,
  doubleRootRate,
  rateRatio,
  rateDifference,
  rootRateDifference,
  correlation,
  fisherZ,
];

export { type BackTransformedProportion, backTransformFreemanTukey } from "./back-transform-freeman-tukey.ts";
export { type BackTransform, type BackTransformName, backTransforms } from "./back-transforms.ts";
export type {
  Effect,
  EffectGroup,
  EffectMeasure,
  EffectMeasureOptions,
  NamedSummary,
  VarianceType,
  ZeroHandling,
} from "./effect-measure.ts";
export { type EstimatedEffects, estimateEffects } from "./estimate-effects.ts";
export { freemanTukey, freemanTukeyProportion, freemanTukeyRate } from "./freeman-tukey.ts";
export {
  arcsineDifference,
  arcsineProportion,
  coefficientOfVariationChange,
  coefficientOfVariationRatio,
  correlation,
  doubleArcsineProportion,
  doubleRootRate,
  fisherZ,
  heteroscedasticMeanChange,
  heteroscedasticMeanDifference,
  logCoefficientOfVariation,
  logitProportion,
  logMean,
  logProportion,
  logRate,
  logStandardDeviation,
  mean,
  meanChange,
  meanDifference,
  oddsRatio,
  petoOddsRatio,
  proportion,
  rate,
  rateDifference,
  rateRatio,
  ratioOfMeans,
  ratioOfMeansChange,
  rawStandardizedMeanChange,
  reliefLogRatio,
  reliefMeanOfRatios,
  reliefRatioOfMeans,
  riskDifference,
  riskRatio,
  rootRate,
  rootRateDifference,
  standardizedMeanChange,
  standardizedMeanDifference,
  variabilityChange,
  variabilityRatio,
};
