import type { Target } from "../inference/interval-method.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import { crossingDay, integratedRelief, peakRelief } from "./course-relief.ts";
import type { ReliefGradient } from "./relief-gradient.ts";
import type { ResponseModel } from "./response-model.ts";

/** One course alone, at one set of parameters. */
export interface CourseAlone {
  model: ResponseModel;
  slope: ReliefGradient;
  /** Natural parameters of the curve. */
  p: ArrayLike<number>;
  /** Baseline above the floor of the scale. */
  height: number;
  floor: number;
  relapseAt: RelapseRule;
  /** Days over which relief-days are counted. */
  horizon: number;
}

/** A quantity derived from the curve of one course alone, on its link's scale. */
export interface CourseQuantity {
  parameter: string;
  label(horizon: number): string;
  unit: string;
  link: Target["link"];
  /**
   * @param byCurve Filled with the derivatives by the curve's working parameters.
   * @returns The value and its derivative by the baseline, or null where the quantity does not exist.
   */
  evaluate(course: CourseAlone, byCurve: Float64Array): { value: number; byBaseline: number } | null;
}

/** Relief on its best day, as a logit. */
const bestRelief: CourseQuantity = {
  parameter: "bestRelief",
  label: () => "Best relief",
  unit: "fraction",
  link: "logit",
  evaluate({ model, slope, p }, byCurve) {
    const peak = peakRelief(model, slope, p);
    if (!peak) return null;
    const out = slopesAt(model, slope, p, peak.day);
    const odds = peak.relief * (1 - peak.relief);
    for (let k = 0; k < byCurve.length; k++) byCurve[k] = out[k]! / odds;
    return { value: Math.log(peak.relief / (1 - peak.relief)), byBaseline: 0 };
  },
};

/** Day on which relief is best; its derivatives by the implicit function theorem on the slope. */
const bestReliefDay: CourseQuantity = {
  parameter: "bestReliefDay",
  label: () => "Day of best relief",
  unit: "day",
  link: "log",
  evaluate({ model, slope, p }, byCurve) {
    const peak = peakRelief(model, slope, p);
    if (!peak) return null;
    const step = 1e-4 * peak.day;
    const before = slopesAt(model, slope, p, peak.day - step);
    const after = slopesAt(model, slope, p, peak.day + step);
    const curvature = after.at(-1)! - before.at(-1)!;
    for (let k = 0; k < byCurve.length; k++) byCurve[k] = -(after[k]! - before[k]!) / curvature / peak.day;
    return { value: Math.log(peak.day), byBaseline: 0 };
  },
};

/** Last day on which relief falls to the declared threshold. */
const relapseDay: CourseQuantity = {
  parameter: "relapseDay",
  label: () => "Relapse day",
  unit: "day",
  link: "log",
  evaluate({ model, slope, p, height, floor, relapseAt }, byCurve) {
    const threshold = thresholdOf(relapseAt, height, floor);
    const day = crossingDay(model, slope, p, threshold.relief);
    if (day === null) return null;
    const out = slopesAt(model, slope, p, day);
    const speed = out.at(-1)! * day;
    for (let k = 0; k < byCurve.length; k++) byCurve[k] = -out[k]! / speed;
    return { value: Math.log(day), byBaseline: threshold.byBaseline / speed };
  },
};

/** ∫ B r dt over the horizon. */
const reliefDays: CourseQuantity = {
  parameter: "reliefDays",
  label: (horizon) => `Relief-days, day 0 to ${horizon}`,
  unit: "score × day",
  link: "log",
  evaluate({ model, slope, p, height, horizon }, byCurve) {
    const integral = integratedRelief(model, slope, p, horizon, byCurve);
    if (integral === null || !(integral > 0) || !(height > 0)) return null;
    for (let k = 0; k < byCurve.length; k++) byCurve[k]! /= integral;
    return { value: Math.log(height * integral), byBaseline: 1 / height };
  },
};

/** Every quantity derived from the curve of one course alone. */
export const courseQuantities: readonly CourseQuantity[] = [
  bestRelief,
  bestReliefDay,
  relapseDay,
  reliefDays,
];

function slopesAt(
  model: ResponseModel,
  slope: ReliefGradient,
  p: ArrayLike<number>,
  day: number,
): Float64Array {
  const out = new Float64Array(model.parameters.length + 1);
  slope(day, p, out);
  return out;
}

/** Relief at the declared threshold, with its derivative by the baseline. */
function thresholdOf(
  rule: RelapseRule,
  height: number,
  floor: number,
): { relief: number; byBaseline: number } {
  if ("relief" in rule) return { relief: rule.relief, byBaseline: 0 };
  const above = rule.score - floor;
  return { relief: 1 - above / height, byBaseline: above / height ** 2 };
}
