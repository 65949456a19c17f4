import type { RandomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { PoolSettings } from "../pool-options.ts";
import { contrastRow, type NamedContrast } from "../pool-rows.ts";
import type { RegressionDesign } from "./regression-design.ts";

/** A coefficient by name, as a combination of those of the design. */
type Coefficient = NamedContrast & { contrast: readonly number[] };

/** The coefficients by name: the intercept, then one for each column, in the units that were given. */
export function namedCoefficients(design: RegressionDesign, unit: string): Coefficient[] {
  const intercept = {
    parameter: "intercept",
    label: "Mean effect where every moderator is 0 or its first level",
    unit,
    contrast: design.intercept,
  };
  const slopes = design.columns.map(({ parameter, label, per }, j) => ({
    parameter,
    label,
    unit: per === "" ? unit : `${unit} per ${per}`,
    contrast: design.slopes[j]!,
  }));
  return [intercept, ...slopes];
}

/** A row for each coefficient, by the interval method of the pool. */
export function coefficientRows(
  fit: RandomEffectsFit,
  design: RegressionDesign,
  { interval, level, unit }: PoolSettings,
): Estimate[] {
  return namedCoefficients(design, unit).map((named) => contrastRow(fit, interval, named, level));
}
