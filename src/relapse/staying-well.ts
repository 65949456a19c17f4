import { boundOf } from "../inference/interval-method.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { RelapseMass, RelapseResult, SurvivalPoint } from "../schema/relapse-result.ts";
import { timeInWords } from "./nonparametric/restricted-mean-row.ts";

type Level = Pick<SurvivalPoint, "survival" | "standardError" | "lower" | "upper">;

const unknown: Level = { survival: null, standardError: null, lower: null, upper: null };

/** The curve at a time where it is defined; unknown after the last time that it goes to, unless nobody is left. */
function levelAt({ survival, masses }: RelapseResult, time: number): Level {
  const point = survival.filter((one) => one.time <= time).at(-1) ?? unknown;
  const ends = masses.length === 0 && time > (survival.at(-1)?.time ?? 0);
  if (ends && point.survival !== 0) return unknown;
  // That all are well at time 0 is certain, that they still are is not.
  return point.survival === 1 ? { ...unknown, survival: 1 } : point;
}

/** The mass within which a time lies, with the probability of staying well past its end. */
function massAround(
  masses: readonly RelapseMass[],
  time: number,
): { mass: RelapseMass; left: number } | null {
  let left = 1;
  for (const mass of masses) {
    left -= mass.probability;
    const { lower, upper } = mass;
    if (lower < time && (upper === null || time < upper)) return { mass, left: Math.max(0, left) };
  }
  return null;
}

function row(
  { estimates }: RelapseResult,
  time: number,
  timeUnit: string,
  [suffix, words]: readonly [string, string],
  { survival, standardError, lower, upper }: Level,
): Estimate {
  const { level, method } = estimates[0]!;
  return {
    parameter: `stayingWell${time}${suffix}`,
    label: `Probability of staying well for ${timeInWords(time, timeUnit)}${words}`,
    unit: "fraction",
    estimate: survival,
    standardError,
    lower,
    upper,
    level,
    method,
    bound: boundOf(lower, upper),
  };
}

/**
 * Reads the probability of staying well up to some times off a nonparametric curve.
 *
 * Within one of Turnbull's intervals the curve is not defined: the row then has no estimate, and two more rows, named
 * `…Lowest` and `…Highest`, say between which values it lies, with the limits at the ends of the interval. After the last
 * time seen a Kaplan–Meier curve says nothing, and neither does the row.
 *
 * @param result A result of `kaplanMeier` or `turnbull`; `fitRelapse` takes the times itself.
 * @param times Times > 0 in the unit of the result.
 * @throws {RangeError} when a time is not a positive number.
 * @example
 * stayingWell(kaplanMeier([{ lower: 62, upper: 62 }, { lower: 75, upper: 75 }]), [70])[0]!.estimate; // 0.5
 */
export function stayingWell(result: RelapseResult, times: readonly number[]): Estimate[] {
  for (const time of times)
    if (!(time > 0 && time < Infinity)) throw new RangeError(`times must be positive numbers, got ${time}`);
  return times.flatMap((time) => {
    const { timeUnit, survival, masses } = result;
    const around = massAround(masses, time);
    if (!around) return [row(result, time, timeUnit, ["", ""], levelAt(result, time))];
    const end =
      around.mass.upper === null ? undefined : survival.find((one) => one.time === around.mass.upper);
    const lowest = end ?? { ...unknown, survival: around.left };
    const highest = levelAt(result, around.mass.lower);
    return [
      row(result, time, timeUnit, ["", ""], { ...unknown, lower: lowest.lower, upper: highest.upper }),
      row(result, time, timeUnit, ["Lowest", ", lowest"], lowest),
      row(result, time, timeUnit, ["Highest", ", highest"], highest),
    ];
  });
}
