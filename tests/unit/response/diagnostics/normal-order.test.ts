import { describe, expect, it } from "vitest";
import { inNormalOrder } from "../../../../src/response/diagnostics/normal-order.ts";
import type { ScoreResidual } from "../../../../src/schema/response-diagnostics.ts";

const residualsOf = (...values: (number | null)[]): ScoreResidual[] =>
  inNormalOrder(
    values.map((residual, i) => ({ observation: i + 1, day: i, score: "5", residual }) as ScoreResidual),
  );

describe("the normal order of residuals", () => {
  it("is that of ranks, symmetrical about 0", () => {
    const rows = residualsOf(1.2, -0.4, 0.1);
    const [high, low, middle] = rows.map(({ normalOrder }) => normalOrder!);
    expect(middle).toBeCloseTo(0, 12);
    expect(high! + low!).toBeCloseTo(0, 12);
    expect(high).toBeGreaterThan(0);
  });

  it("has the exact limits of one value, and of the smallest of two", () => {
    const [one] = residualsOf(0.3);
    expect([one!.normalOrder, one!.normalOrderLower, one!.normalOrderUpper]).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(-1.959963984540054, 12),
      expect.closeTo(1.959963984540054, 12),
    ]);
    // P(smallest of two > x) = (1 − Φ(x))², so that its median is Φ⁻¹(1 − √½) (R: qnorm(1 - sqrt(0.5))).
    expect(residualsOf(-1, 1)[0]!.normalOrder).toBeCloseTo(-0.5449521356173604, 12);
  });

  it("leaves out scores without a residual", () => {
    const rows = residualsOf(null, 0.5, -0.5);
    expect(rows[0]).toMatchObject({ normalOrder: null, normalOrderLower: null, normalOrderUpper: null });
    expect(rows[1]!.normalOrder).toBe(residualsOf(0.5, -0.5)[0]!.normalOrder);
    expect(residualsOf()).toEqual([]);
  });
});
