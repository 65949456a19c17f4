import { describe, expect, it } from "vitest";
import { vectors } from "../../../../src/math/linear/vectors.ts";

describe("vectors", () => {
  it("are zeros of the lengths asked for, in one block, none over another", () => {
    const { a, b, none } = vectors({ a: 3, none: 0, b: 2 });
    expect([a, none, b]).toEqual([new Float64Array(3), new Float64Array(0), new Float64Array(2)]);
    expect(a.buffer).toBe(b.buffer);
    a.fill(1);
    expect([...b]).toEqual([0, 0]);
  });
});
