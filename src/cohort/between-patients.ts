import { boundOf, type Target } from "../inference/interval-method.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { PopulationLayout, PopulationParameter } from "./population-layout.ts";

/** `Relief` for `relief`. */
function capitalized(name: string): string {
  return `${name[0]!.toUpperCase()}${name.slice(1)}`;
}

/** A standard deviation between patients as a target, with the name and label of its row. */
export interface SpreadTarget extends Target {
  parameter: string;
  label: string;
  unit: string;
  of: PopulationParameter;
}

/** Every standard deviation between patients. */
export function spreadTargets({ parameters }: PopulationLayout): SpreadTarget[] {
  return parameters.flatMap((of): SpreadTarget[] => {
    const { logSpread, parameter } = of;
    if (logSpread === null) return [];
    return [
      {
        parameter: `spread${capitalized(parameter.name)}`,
        label: `Standard deviation between patients: ${parameter.link} of ${lowered(parameter.label)}`,
        unit: parameter.link,
        link: "log",
        of,
        evaluate(theta, gradient) {
          gradient?.fill(0);
          if (gradient) gradient[logSpread] = 1;
          return theta[logSpread]!;
        },
      },
    ];
  });
}

function lowered(label: string): string {
  return `${label[0]!.toLowerCase()}${label.slice(1)}`;
}

/**
 * The share of the variance of the patients' own estimates that lies between patients, τ²/(τ² + s²), with the limits that
 * those of τ give.
 *
 * @param spread The row of τ.
 * @param meanWeight Mean over patients of τ²/(τ² + s²) at the estimate, from which s² follows; 0 gives no limits.
 * @see Higgins & Thompson (2002), Stat Med 21:1539–1558, equation 10 (I², with a typical s²). doi:10.1002/sim.1186
 */
export function varianceShare(spread: Estimate, { of }: SpreadTarget, meanWeight: number): Estimate {
  const tau = spread.estimate!;
  const typical = (tau * tau * (1 - meanWeight)) / meanWeight;
  const share = (value: number | null): number | null =>
    value === null || meanWeight === 0 ? null : (value * value) / (value * value + typical);
  const [lower, upper] = [share(spread.lower), share(spread.upper)];
  return {
    ...spread,
    parameter: `varianceShare${capitalized(of.parameter.name)}`,
    label: `Share of the variance between patients: ${lowered(of.parameter.label)}`,
    unit: "fraction",
    estimate: meanWeight,
    standardError: null,
    lower,
    upper,
    bound: boundOf(lower, upper),
  };
}
