import type { Target } from "../../inference/interval-method.ts";
import type { RelapseRule } from "../../schema/response-result.ts";
import type { CourseAlone } from "./course-alone.ts";

/** Derivatives of a quantity. */
export interface QuantitySlopes {
  /** By the curve's working parameters. */
  byCurve: Float64Array;
  byBaseline: number;
}

/** A quantity derived from the curve of one course alone, on its link's scale. */
export interface CourseQuantity {
  parameter: string;
  label(horizon: number): string;
  unit: string;
  link: Target["link"];
  /** What has to be true for the quantity to exist, where it may not. */
  exists?: string;
  /** Natural value where the course has no effect; absent where the quantity exists only with one. */
  withoutEffect?: number;
  /**
   * @param slopes Filled where they are given.
   * @returns null where the quantity does not exist.
   */
  evaluate(course: CourseAlone, slopes?: QuantitySlopes): number | null;
}

function setSlopes(slopes: QuantitySlopes, by: ArrayLike<number>, factor: number, byBaseline: number): void {
  for (let k = 0; k < slopes.byCurve.length; k++) slopes.byCurve[k] = by[k]! * factor;
  slopes.byBaseline = byBaseline;
}

/** Relief on its best day, as a logit. */
const bestRelief: CourseQuantity = {
  parameter: "bestRelief",
  label: () => "Best relief",
  unit: "fraction",
  link: "logit",
  withoutEffect: 0,
  evaluate(course, slopes) {
    const peak = course.peak();
    if (!peak) return null;
    const odds = peak.relief * (1 - peak.relief);
    if (slopes) setSlopes(slopes, course.slopesAt(peak.day), 1 / odds, 0);
    return Math.log(peak.relief / (1 - peak.relief));
  },
};

/** Day on which relief is best; its derivatives by the implicit function theorem on the slope. */
const bestReliefDay: CourseQuantity = {
  parameter: "bestReliefDay",
  label: () => "Day of best relief",
  unit: "day",
  link: "log",
  evaluate(course, slopes) {
    const peak = course.peak();
    if (!peak) return null;
    if (slopes) {
      const step = 1e-4 * peak.day;
      const before = course.slopesAt(peak.day - step);
      const change = course.slopesAt(peak.day + step).map((after, k) => after - before[k]!);
      setSlopes(slopes, change, -1 / change.at(-1)! / peak.day, 0);
    }
    return Math.log(peak.day);
  },
};

/** Last day on which relief falls to the declared threshold. */
const relapseDay: CourseQuantity = {
  parameter: "relapseDay",
  label: () => "Relapse day",
  unit: "day",
  link: "log",
  exists: "relief that passes the threshold and falls back to it",
  evaluate(course, slopes) {
    const threshold = thresholdOf(course.relapseAt, course.height, course.floor);
    const day = course.crossing(threshold.relief);
    if (day === null) return null;
    if (slopes) {
      const out = course.slopesAt(day);
      const speed = out.at(-1)! * day;
      setSlopes(slopes, out, -1 / speed, threshold.byBaseline / speed);
    }
    return Math.log(day);
  },
};

/** ∫ B r dt over the horizon: the sum of pain intensity differences (SPID) that the curve gives. */
const reliefDays: CourseQuantity = {
  parameter: "reliefDays",
  label: (horizon) => `Relief-days (SPID), day 0 to ${horizon}`,
  unit: "score × day",
  link: "log",
  withoutEffect: 0,
  evaluate(course, slopes) {
    const integral = course.integral(slopes?.byCurve);
    if (integral === null || !(integral > 0) || !(course.height > 0)) return null;
    if (slopes) setSlopes(slopes, slopes.byCurve, 1 / integral, 1 / course.height);
    return Math.log(course.height * integral);
  },
};

/** Relief-days as a share of the baseline kept over the horizon. */
const percentSpid: CourseQuantity = {
  parameter: "percentSpid",
  label: (horizon) => `Relief-days of all possible (%SPID), day 0 to ${horizon}`,
  unit: "fraction",
  link: "logit",
  withoutEffect: 0,
  evaluate(course, slopes) {
    const integral = course.integral(slopes?.byCurve);
    if (integral === null || !(integral > 0)) return null;
    const mean = integral / course.horizon;
    if (slopes) setSlopes(slopes, slopes.byCurve, 1 / (course.horizon * mean * (1 - mean)), 0);
    return Math.log(mean / (1 - mean));
  },
};

/** Every quantity derived from the curve of one course alone. */
export const courseQuantities: readonly CourseQuantity[] = [
  bestRelief,
  bestReliefDay,
  relapseDay,
  reliefDays,
  percentSpid,
];

/** Relief at the declared threshold, with its derivative by the baseline. */
export function thresholdOf(
  rule: RelapseRule,
  height: number,
  floor: number,
): { relief: number; byBaseline: number } {
  if ("relief" in rule) return { relief: rule.relief, byBaseline: 0 };
  const above = rule.score - floor;
  return { relief: 1 - above / height, byBaseline: above / height ** 2 };
}
