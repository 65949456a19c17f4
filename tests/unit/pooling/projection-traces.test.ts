import { describe, expect, it } from "vitest";
import { effectData } from "../../../src/inference/random-effects/effect-data.ts";
import { projectionMatrix } from "../../../src/inference/random-effects/projection-matrix.ts";
import { traceP, tracePP } from "../../../src/inference/random-effects/projection-traces.ts";
import { fitAt } from "../../../src/inference/random-effects/weighted-fit.ts";
import { expectRelative } from "../../helpers/closeness.ts";

const variancesOf = (small: number): number[] => [0.4, 0.3, small, 0.5, 0.2];
const slope = [1, -1, 0.5, 0, -0.5];
const designs = {
  "a shared mean": { rows: 5, columns: 1, values: new Float64Array(5).fill(1) },
  "a slope": { rows: 5, columns: 2, values: Float64Array.from(slope.flatMap((x) => [1, x])) },
};

function fitOf(small: number, name: keyof typeof designs) {
  const variances = variancesOf(small);
  return { fit: fitAt(effectData([1, 2, 0, 3, 1], variances, designs[name]), 0), variances };
}

describe("traces of the projection that takes the mean out", () => {
  it.each(["a shared mean", "a slope"] as const)("with %s, those of a matrix and of sums agree", (name) => {
    const { fit, variances } = fitOf(0.6, name);
    const { values } = projectionMatrix(fit);
    const diagonal = [0, 1, 2, 3, 4].map((i) => values[i * 5 + i]!);
    expectRelative([traceP(fit)], [diagonal.reduce((sum, value) => sum + value, 0)], 1e-13);
    expectRelative([tracePP(fit)], [values.reduce((sum, value) => sum + value * value, 0)], 1e-13);
    // P V is a projection of rank k − p where the weights are inverse variances.
    const rank = 5 - designs[name].columns;
    expectRelative([traceP(fit, variances), tracePP(fit, variances, variances)], [rank, rank], 1e-13);
  });

  it("with a shared mean and one series of variance v → 0 they are those of the others around it", () => {
    const others = variancesOf(1e-12).filter((variance) => variance > 1e-6);
    const sum = (power: number) => others.reduce((total, v) => total + v ** -power, 0);
    for (const small of [1e-12, 1e-15]) {
      const { fit } = fitOf(small, "a shared mean");
      // P tends to W of the others, bordered by minus its row sums: tr P = 2 Σw, tr PP = Σw² + 2 Σw² + (Σw)².
      expectRelative([traceP(fit)], [2 * sum(1)], 1e-10);
      expectRelative([tracePP(fit)], [3 * sum(2) + sum(1) ** 2], 1e-10);
    }
  });

  it.each(["a shared mean", "a slope"] as const)(
    "with %s and variance 1e-12 P V still has rank k − p",
    (name) => {
      const { fit, variances } = fitOf(1e-12, name);
      const rank = 5 - designs[name].columns;
      expectRelative([traceP(fit, variances)], [rank], 1e-6);
      expect(tracePP(fit)).toBeGreaterThan(0);
    },
  );
});
