import { describe, it } from "vitest";
import { criticalT } from "../../../../src/math/distributions/critical-t.ts";
import { studentT } from "../../../../src/math/distributions/student-t.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

const degrees = [1, 2, 3, 4, 5, 7, 10, 29, 30, 100, 399, 1000];

describe("the critical value of t for whole degrees of freedom", () => {
  it.each([
    [0.01, 1e-13],
    [0.5, 1e-13],
    [0.8, 1e-13],
    [0.95, 1e-13],
    [0.99, 1e-13],
    [0.999, 1e-12],
    [0.9999, 1e-11],
  ])("agrees with the quantile of Student's t at level %d to %d", (level, tolerance) => {
    for (const df of degrees) {
      expectRelative([criticalT(level, df)], [studentT.quantile(0.5 + 0.5 * level, df)], tolerance);
    }
  });

  it("is tan(π level / 2) for one degree of freedom, and an algebraic number for two", () => {
    expectRelative([criticalT(0.5, 1)], [1], 1e-14);
    expectRelative([criticalT(0.5, 2)], [Math.sqrt(2 / 3)], 1e-14);
    expectRelative([criticalT(0.95, 1)], [Math.tan(0.475 * Math.PI)], 1e-13);
  });
});
