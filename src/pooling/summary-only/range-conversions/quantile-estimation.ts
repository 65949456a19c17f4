import { inEachScenario, type MedianScenario, printedNumbers } from "./printed-numbers.ts";
import type { RangeConversion, RangeSummary } from "./range-conversion.ts";
import { fitNormal, fitScaleFamily, type QuantileFit, scaleFamilies } from "./scale-families.ts";

/** The quantiles that the printed numbers are taken for. */
function probabilities(scenario: MedianScenario, n: number): number[] {
  const [first, last] = [1 / n, 1 - 1 / n];
  if (scenario === "range") return [first, 0.5, last];
  return scenario === "quartiles" ? [0.25, 0.5, 0.75] : [first, 0.25, 0.5, 0.75, last];
}

/**
 * The distribution of each family whose quantiles are nearest to the printed numbers, the nearest first.
 *
 * The normal alone where a number is not above 0.
 */
export function quantileFits(scenario: MedianScenario, summary: RangeSummary): QuantileFit[] {
  const values = printedNumbers(scenario, summary);
  const at = probabilities(scenario, summary.n);
  const families = values[0]! > 0 ? scaleFamilies : [];
  return [fitNormal(at, values), ...families.map((family) => fitScaleFamily(family, at, values))]
    .filter((fit): fit is QuantileFit => fit !== null)
    .sort((a, b) => a.distance - b.distance);
}

/**
 * McGrath and colleagues' quantile estimation: of the nearest normal, log-normal, gamma and Weibull distributions the
 * nearest of all, and its mean and standard deviation.
 *
 * The beta distribution, which the authors add for values within (0, 1), is left out: it would make the answer change with
 * the unit.
 *
 * @see McGrath et al. (2020), Stat Methods Med Res 29:2520–2537, on the quantile estimation method. doi:10.1177/0962280219889080
 * @example
 * quantileEstimation.name; // "quantile-estimation"
 */
export const quantileEstimation: RangeConversion = {
  name: "quantile-estimation",
  label: "Quantile estimation, McGrath 2020",
  reference: "McGrath et al. (2020), Stat Methods Med Res 29:2520–2537",
  assumes: "Values from the nearest of the normal, log-normal, gamma and Weibull distributions",
  fewest: 3,
  positiveOnly: false,
  scenarios: inEachScenario((scenario, summary) => {
    const { mean, sd } = quantileFits(scenario, summary)[0]!;
    return { mean, sd };
  }),
};
