import { describe, expect, it } from "vitest";
import { mixtureLogDensity } from "../../../../src/inference/posterior/proposal-mixture.ts";
import { multivariateNormal } from "../../../../src/math/random/multivariate-normal.ts";
import { multivariateT } from "../../../../src/math/random/multivariate-t.ts";

const scale = (sd: number) => ({ rows: 1, columns: 1, values: Float64Array.of(sd) });

describe("mixtureLogDensity", () => {
  it("is the logarithm of the densities added with their shares", () => {
    const narrow = multivariateT([1], scale(1e-3), 4);
    const wide = multivariateNormal([0], scale(2));
    const mixture = mixtureLogDensity([
      { law: narrow, nDraws: 300 },
      { law: wide, nDraws: 100 },
    ]);
    for (const x of [-3, 0, 0.999, 1, 7]) {
      const density = 0.75 * Math.exp(narrow.logDensity([x])) + 0.25 * Math.exp(wide.logDensity([x]));
      expect(Math.abs(mixture(Float64Array.of(x)) - Math.log(density))).toBeLessThan(1e-12);
    }
  });

  it("stays finite where every density is below the smallest number", () => {
    const law = multivariateNormal([0], scale(1));
    const mixture = mixtureLogDensity([
      { law, nDraws: 1 },
      { law, nDraws: 3 },
    ]);
    expect(mixture(Float64Array.of(50))).toBeCloseTo(law.logDensity([50]), 9);
  });
});
