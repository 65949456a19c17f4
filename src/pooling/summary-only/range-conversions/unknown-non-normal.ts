import { minimizeBrent } from "../../../math/optimize/minimize-brent.ts";
import { minimizeNelderMead } from "../../../math/optimize/minimize-nelder-mead.ts";
import { type NormalInterval, normalInterval } from "../../../math/special/normal-interval.ts";
import { boxCox, powerNormalMoments } from "./power-normal.ts";
import {
  inEachScenario,
  type MedianScenario,
  normalMoments,
  printedNumbers,
  transformed,
} from "./printed-numbers.ts";
import type { ConvertedRange, RangeConversion, RangeSummary } from "./range-conversion.ts";

/** Ranks that the printed numbers are taken to have. */
function ranks(scenario: MedianScenario, n: number): number[] {
  const [h, j, k] = [Math.floor(0.25 * n + 1), Math.floor(0.5 * n + 1), Math.floor(0.75 * n + 1)];
  if (scenario === "range") return [1, j, n];
  return scenario === "quartiles" ? [h, j, k] : [1, h, j, k, n];
}

/** ln of the joint density of some order statistics of n normal values, but for a constant. */
function logLikelihood(
  values: readonly number[],
  at: readonly number[],
  n: number,
  mean: number,
  sd: number,
): number {
  const z = values.map((value) => (value - mean) / sd);
  let log = 0;
  for (const one of z) log -= 0.5 * one * one + Math.log(sd);
  const found: NormalInterval = { logProbability: 0, lowerHazard: 0, upperHazard: 0 };
  const ends = [-Infinity, ...z, Infinity];
  const places = [0, ...at, n + 1];
  for (let i = 0; i + 1 < ends.length; i++) {
    const between = places[i + 1]! - places[i]! - 1;
    if (between <= 0) continue;
    normalInterval(ends[i]!, ends[i + 1]!, found);
    log += between * found.logProbability;
  }
  return log;
}

function convert(scenario: MedianScenario, summary: RangeSummary): ConvertedRange {
  const at = ranks(scenario, summary.n);
  const onScale = (power: number): RangeSummary => transformed(summary, (value) => boxCox(value, power));
  const minusLog = (power: number, mean: number, sd: number): number =>
    -logLikelihood(printedNumbers(scenario, onScale(power)), at, summary.n, mean, sd);
  const power = minimizeBrent(
    (candidate) => {
      const { mean, sd } = normalMoments(scenario, onScale(candidate));
      return minusLog(candidate, mean, sd);
    },
    0,
    10,
  ).x;
  const start = normalMoments(scenario, onScale(power));
  const found = minimizeNelderMead(
    ([mean, logSd]) => minusLog(power, mean!, Math.exp(logSd!)),
    [start.mean, Math.log(start.sd)],
  );
  return powerNormalMoments(power, found.x[0]!, Math.exp(found.x[1]!));
}

/**
 * Cai and colleagues' method for unknown non-normal distributions: Box and Cox's power by maximum likelihood with Luo's
 * mean and Wan's standard deviation, then both by maximum likelihood too.
 *
 * @see Cai, Zhou & Pan (2021), Stat Methods Med Res 30:2701–2719. doi:10.1177/09622802211047348
 * @example
 * unknownNonNormal.name; // "unknown-non-normal"
 */
export const unknownNonNormal: RangeConversion = {
  name: "unknown-non-normal",
  label: "Unknown non-normal, Cai 2021",
  reference: "Cai, Zhou & Pan (2021), Stat Methods Med Res 30:2701–2719",
  assumes: "Some power of the values normally distributed",
  fewest: 3,
  positiveOnly: true,
  scenarios: inEachScenario(convert),
};
