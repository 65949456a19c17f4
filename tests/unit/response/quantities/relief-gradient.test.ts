import { describe, expect, it } from "vitest";
import { plateau } from "../../../../src/response/models/plateau.ts";
import { reliefGradient } from "../../../../src/response/quantities/relief-gradient.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";

const differences = reliefGradient({ ...plateau, gradient: undefined });
const analytic = reliefGradient(plateau);

describe("reliefGradient of a model that gives none", () => {
  it("agrees with the derivatives in closed form, and leaves the parameters as they were", () => {
    for (const p of [
      [0.8, 4, 105, 60],
      [0.1, 20, 40, 10],
      [0.99, 0.5, 300, 200],
    ]) {
      const given = [...p];
      for (const t of [0.01, 1, 5, 40, 105, 400]) {
        const [exact, found] = [new Float64Array(5), new Float64Array(5)];
        expectRelative([differences(t, p, found)], [analytic(t, p, exact)], 1e-12);
        // Steps of 1e-3 on the working scale, extrapolated once: the fifth derivative times 1e-12, and an ulp over the
        // step, 1e-13; the slope by t is divided by t besides.
        const scale = [1, 1, 1, 1, 1 / t];
        exact.forEach((value, k) => {
          expectAbsolute([found[k]!], [value], 1e-9 * scale[k]!);
        });
      }
      expect(p).toEqual(given);
    }
  });
});
