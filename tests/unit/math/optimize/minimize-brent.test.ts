import { describe, expect, it } from "vitest";
import { minimizeBrent } from "../../../../src/math/optimize/minimize-brent.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

describe("minimizeBrent", () => {
  it.each<[string, (x: number) => number, number, number, number]>([
    ["a parabola", (x) => (x - 2) ** 2, 0, 5, 2],
    ["a cosine", Math.cos, 0, 6, Math.PI],
    ["a kink", (x) => Math.abs(x - 1), -3, 7, 1],
    ["a quartic", (x) => x ** 4, -1, 3, 0],
    ["a function infinite on one side", (x) => (x < 1 ? Infinity : x), -5, 5, 1],
    ["a function that is NaN on one side", (x) => x - Math.log(x), -1, 9, 1],
  ])("finds the minimum of %s", (_name, f, lower, upper, expected) => {
    const found = minimizeBrent(f, lower, upper);
    expect([found.ended, found.converged]).toEqual(["interval-small", true]);
    // A quartic is flat to rounding within 1e-4 of its minimum.
    expectAbsolute([found.x], [expected], expected === 0 ? 1e-3 : 1e-7);
  });

  it("comes as near as the tolerance to a minimum at an end", () => {
    expectAbsolute([minimizeBrent((x) => x, 2, 3).x], [2], 1e-6);
    expectAbsolute([minimizeBrent((x) => -x, 2, 3).x], [3], 1e-6);
  });

  it("says so where no value is finite, or where values fall to −Infinity", () => {
    expect(minimizeBrent(() => Number.NaN, 0, 1)).toMatchObject({
      ended: "no-finite-start",
      converged: false,
      value: Infinity,
    });
    expect(minimizeBrent(() => -Infinity, 0, 1)).toMatchObject({ ended: "unbounded", converged: false });
    expect(minimizeBrent(Math.cos, 0, 6, { maxIterations: 3 }).ended).toBe("too-many-iterations");
  });

  it.each([
    [1, 1],
    [2, 1],
    [0, Infinity],
    [Number.NaN, 1],
  ])("refuses the ends %s and %s", (lower, upper) => {
    expect(() => minimizeBrent(Math.cos, lower, upper)).toThrow(RangeError);
    expect(() => minimizeBrent(Math.cos, 0, 1, { tolerance: 0 })).toThrow(RangeError);
  });
});
