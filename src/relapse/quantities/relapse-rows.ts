import { dataShare } from "../../inference/data-share.ts";
import {
  boundOf,
  type IntervalAnswer,
  type IntervalProblem,
  type Target,
} from "../../inference/interval-method.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { FitRelapseSettings } from "../fit-relapse-options.ts";
import { timeInWords } from "../nonparametric/restricted-mean-row.ts";
import type { RelapseCovariate } from "../relapse-covariates.ts";
import { timeQuantileName } from "../time-quantile.ts";
import { type PredictiveLaw, predictiveQuantile } from "./next-relapse.ts";
import type { RelapseReading } from "./relapse-reading.ts";
import {
  quantileTarget,
  type RelapseTarget,
  scaleTarget,
  survivalTarget,
  workingTarget,
} from "./relapse-targets.ts";
import { restrictedMeanTarget } from "./restricted-mean.ts";

/** Every quantity asked for, the median first, then those of time, then the model's parameters. */
export function relapseTargets(
  reading: RelapseReading,
  covariates: readonly RelapseCovariate[],
  { quantiles, restrictedTo, times, timeUnit }: FitRelapseSettings,
): RelapseTarget[] {
  const { shape, frailty } = reading.parameters;
  const targets: RelapseTarget[] = quantiles.map((p) => ({
    ...timeQuantileName(p),
    unit: timeUnit,
    withoutMoments: frailty !== null || (shape !== null && p !== 0.5),
    ...quantileTarget(reading, p),
  }));
  if (restrictedTo !== null) {
    targets.push({
      parameter: "restrictedMean",
      label: `Mean time well within ${timeInWords(restrictedTo, timeUnit)}`,
      unit: timeUnit,
      withoutMoments: false,
      ...restrictedMeanTarget(reading, restrictedTo),
    });
  }
  for (const time of times) {
    targets.push({
      parameter: `stayingWell${time}`,
      label: `Probability of staying well for ${timeInWords(time, timeUnit)}`,
      unit: "fraction",
      withoutMoments: false,
      ...survivalTarget(reading, time),
    });
  }
  return [...targets, ...parameterTargets(reading, covariates, timeUnit)];
}

function parameterTargets(
  reading: RelapseReading,
  covariates: readonly RelapseCovariate[],
  timeUnit: string,
): RelapseTarget[] {
  const { model, parameters } = reading;
  const targets: RelapseTarget[] = [];
  const add = (name: string, label: string, unit: string, target: Target, withoutMoments = false): void => {
    targets.push({ parameter: name, label, unit, withoutMoments, ...target });
  };
  if (model.shape && parameters.shape !== null)
    add(model.shape.name, model.shape.label, "", workingTarget(parameters.shape));
  if (model.scale)
    add(model.scale.name, model.scale.label, timeUnit, scaleTarget(reading), parameters.shape !== null);
  covariates.forEach(({ name, label }, k) => {
    add(name, label, "ratio", workingTarget(parameters.firstEffect + k));
  });
  if (parameters.frailty !== null) {
    const label = "Variance of the frailty between patients";
    add("frailtyVariance", label, "", workingTarget(parameters.frailty));
  }
  return targets;
}

/** The rows of the result, one for each target. */
export function relapseRows(
  targets: readonly RelapseTarget[],
  { intervals, posterior }: IntervalAnswer,
  problem: IntervalProblem,
  method: string,
): Estimate[] {
  return targets.map((target, i) => {
    const { linkStandardError, ...numbers } = intervals[i]!;
    const { parameter, label, unit, withoutMoments } = target;
    if (posterior && withoutMoments) numbers.standardError = null;
    const row: Estimate = { parameter, label, unit, ...numbers, level: problem.level, method };
    const share = dataShare(target, problem, linkStandardError);
    if (share !== null) row.dataShare = share;
    return row;
  });
}

/** The row of the next relapse: an interval that holds it with the level's probability, by the law of one time more. */
export function nextRelapseRow(
  law: PredictiveLaw,
  level: number,
  timeUnit: string,
  hasDraws: boolean,
): Estimate {
  const [lower, estimate, upper] = [0.5 * (1 - level), 0.5, 0.5 * (1 + level)].map((p) =>
    predictiveQuantile(law, p),
  ) as [number | null, number | null, number | null];
  return {
    parameter: "nextRelapse",
    label: "Next relapse (prediction)",
    unit: timeUnit,
    estimate,
    standardError: null,
    lower,
    upper,
    level,
    method: hasDraws ? "posterior-predictive" : "predictive-t",
    bound: boundOf(lower, upper),
  };
}
