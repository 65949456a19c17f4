import { minimizeBrent } from "../../../math/optimize/minimize-brent.ts";
import { boxCox, powerNormalMoments } from "./power-normal.ts";
import {
  inEachScenario,
  type MedianScenario,
  normalMoments,
  printedNumbers,
  transformed,
} from "./printed-numbers.ts";
import type { ConvertedRange, RangeConversion, RangeSummary } from "./range-conversion.ts";

/** How far the transformed numbers are from lying evenly about their median: the squared excess of each ratio over 1. */
function skewness(scenario: MedianScenario, summary: RangeSummary, power: number): number {
  const values = printedNumbers(scenario, summary).map((value) => boxCox(value, power));
  const middle = values[(values.length - 1) / 2]!;
  let total = 0;
  for (let i = 0; i < (values.length - 1) / 2; i++) {
    total += ((values.at(-1 - i)! - middle) / (middle - values[i]!) - 1) ** 2;
  }
  return total;
}

function convert(scenario: MedianScenario, summary: RangeSummary): ConvertedRange {
  const found = minimizeBrent((power) => skewness(scenario, summary, power), -2, 3, { tolerance: 1e-9 });
  const power = Math.abs(found.x) < 1e-7 ? 0 : Math.max(0, found.x);
  const { mean, sd } = normalMoments(
    scenario,
    transformed(summary, (value) => boxCox(value, power)),
  );
  return powerNormalMoments(power, mean, sd);
}

/**
 * McGrath and colleagues' Box–Cox method: the power that makes the printed numbers lie evenly, Luo's mean and Wan's standard
 * deviation on that scale, and the moments of the values behind them, by quadrature where the authors draw numbers.
 *
 * @see McGrath et al. (2020), Stat Methods Med Res 29:2520–2537, on the Box–Cox method. doi:10.1177/0962280219889080
 * @example
 * boxCoxConversion.name; // "box-cox"
 */
export const boxCoxConversion: RangeConversion = {
  name: "box-cox",
  label: "Box–Cox, McGrath 2020",
  reference: "McGrath et al. (2020), Stat Methods Med Res 29:2520–2537",
  assumes: "Some power of the values normally distributed",
  fewest: 3,
  positiveOnly: true,
  scenarios: inEachScenario(convert),
};
