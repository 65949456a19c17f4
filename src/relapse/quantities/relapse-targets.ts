import type { Target } from "../../inference/interval-method.ts";
import { addByPlace } from "../likelihood/relapse-parameters.ts";
import type { PopulationTerm } from "./population-law.ts";
import type { RelapseReading } from "./relapse-reading.ts";

/** A target with the name, label and unit of its row. */
export interface RelapseTarget extends Target {
  parameter: string;
  label: string;
  unit: string;
  /**
   * True where it grows with the exponential of a parameter known by its logarithm: a posterior under normal priors then
   * has no standard deviation.
   */
  withoutMoments: boolean;
}

/** Fills a gradient with share × the derivatives of ln S at a place that itself moves with the parameters. */
function spread(
  { parameters, centered }: RelapseReading,
  { byPlace, byShape, byLogVariance }: PopulationTerm,
  share: number,
  gradient: Float64Array,
): void {
  gradient.fill(0);
  addByPlace(parameters, -share * byPlace, centered, gradient);
  if (parameters.shape !== null) gradient[parameters.shape]! += share * byShape;
  if (parameters.frailty !== null) gradient[parameters.frailty]! += share * byLogVariance;
}

/** ln of the time by which a share p has relapsed. */
export function quantileTarget(reading: RelapseReading, p: number): Target {
  return {
    link: "log",
    evaluate(theta, gradient) {
      const { law, place } = reading.at(theta, gradient !== undefined);
      const y = law.quantile(p);
      if (gradient) {
        const term = law.logSurvival(y);
        spread(reading, term, -1 / term.byPlace, gradient);
      }
      const value = place + y;
      return Number.isFinite(value) ? value : null;
    },
  };
}

/** The logit of the probability of staying well up to a time > 0. */
export function survivalTarget(reading: RelapseReading, time: number): Target {
  const logTime = Math.log(time);
  return {
    link: "logit",
    evaluate(theta, gradient) {
      const { law, place } = reading.at(theta, gradient !== undefined);
      const term = law.logSurvival(logTime - place);
      const relapsed = -Math.expm1(term.value);
      if (gradient) spread(reading, term, 1 / relapsed, gradient);
      const value = term.value - Math.log(relapsed);
      return Number.isFinite(value) ? value : null;
    },
  };
}

/** A working parameter as a target of its own. */
export function workingTarget(index: number): Target {
  return {
    link: "log",
    evaluate(theta, gradient) {
      gradient?.fill(0);
      if (gradient) gradient[index] = 1;
      return theta[index]!;
    },
  };
}

/** ln of the model's scale. */
export function scaleTarget({ model, parameters, centered, at }: RelapseReading): Target {
  const { shape } = parameters;
  return {
    link: "log",
    evaluate(theta, gradient) {
      const [value, byShape] = model.scale!.overMedian(shape === null ? 0 : theta[shape]!);
      gradient?.fill(0);
      if (gradient) {
        addByPlace(parameters, 1, centered, gradient);
        if (shape !== null) gradient[shape]! += byShape;
      }
      return at(theta, gradient !== undefined).place + value;
    },
  };
}
