import { describe, expect, it } from "vitest";
import { bracketRoot } from "../../../../src/math/optimize/bracket-root.ts";
import { findRoot } from "../../../../src/math/optimize/find-root.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

describe("bracketRoot", () => {
  it("widens until a root is inside", () => {
    for (const root of [-1e6, -3, 0.25, 7, 1e9]) {
      const ends = bracketRoot((x) => x - root, 0, 1)!;
      expect(ends[0]).toBeLessThanOrEqual(root);
      expect(ends[1]).toBeGreaterThanOrEqual(root);
      expectRelative([findRoot((x) => x - root, ...ends)!], [root], 1e-15);
    }
  });

  it("keeps to its limits", () => {
    expect(bracketRoot((x) => x - 10, 0, 1, [-5, 5])).toBeNull();
    expect(bracketRoot((x) => x - 4, 0, 1, [0, 5])).toEqual([0, 5]);
    expect(bracketRoot((x) => Math.log(x) + 30, 1, 2, [1e-20, 2])![0]).toBe(1e-20);
  });

  it("says so where there is no root or no number", () => {
    expect(bracketRoot((x) => x * x + 1, 0, 1)).toBeNull();
    expect(bracketRoot(() => Number.NaN, 0, 1)).toBeNull();
  });

  it("refuses an interval that is none", () => {
    expect(() => bracketRoot((x) => x, 1, 1)).toThrow(RangeError);
    expect(() => bracketRoot((x) => x, -1, 1, [0, 5])).toThrow(RangeError);
  });
});
