import { expect } from "vitest";
import type { Distribution } from "../../../../src/math/distributions/distribution.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { tailTolerance } from "../special/high-precision.ts";

/** What a continuous family is for some parameters, by elementary functions that keep the digits of their own tail. */
export interface ClosedForm {
  parameters: number[];
  points: number[];
  cdf(x: number): number;
  survival(x: number): number;
  density(x: number): number;
}

/** Fails unless a family's tails, density and quantiles are those of the closed form at every point. */
export function expectClosedForm(law: Distribution<number[]>, form: ClosedForm): void {
  for (const x of form.points) {
    const { parameters } = form;
    const where = `${law.name}(${parameters}) at ${x}`;
    const [lower, upper, density] = [form.cdf(x), form.survival(x), form.density(x)];
    expectRelative([law.cdf(x, ...parameters)], [lower], tailTolerance(lower), where);
    expectRelative([law.survival(x, ...parameters)], [upper], tailTolerance(upper), where);
    expectRelative([law.density(x, ...parameters)], [density], tailTolerance(density), where);
    const [small, back] =
      lower < upper
        ? [lower, law.quantile(lower, ...parameters)]
        : [upper, law.survivalQuantile(upper, ...parameters)];
    // An error of the tail moves its quantile by the tail over the density.
    const allowed = tailTolerance(small) * (Math.abs(x) + small / density);
    expect(Math.abs(back - x), where).toBeLessThanOrEqual(allowed);
  }
}
