import { describe, expect, it } from "vitest";
import { signChanges } from "../../../../src/response/forecast/sign-changes.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

const grid = (from: number, to: number, n: number): number[] =>
  Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n);

describe("signChanges", () => {
  it("finds every passage of a sine, with its direction", () => {
    const changes = signChanges(Math.sin, grid(1, 14, 20));
    expectAbsolute(
      changes.map(({ day }) => day),
      [1, 2, 3, 4].map((k) => k * Math.PI),
      1e-6,
    );
    expect(changes.map(({ rises }) => rises)).toEqual([false, true, false, true]);
  });

  it("finds a passage up and down again, and down and up, between two nodes", () => {
    const bump = (t: number): number => Math.exp(-((t - 5.3) ** 2)) - 0.99;
    const [up, down] = signChanges(bump, grid(0, 10, 10));
    const half = Math.sqrt(-Math.log(0.99));
    expectAbsolute([up!.day, down!.day], [5.3 - half, 5.3 + half], 1e-6);
    expect([up!.rises, down!.rises]).toEqual([true, false]);
    expect(signChanges((t) => -bump(t), grid(0, 10, 10)).map(({ rises }) => rises)).toEqual([false, true]);
  });

  it("finds nothing where the curve stays on one side, or only touches 0 from above", () => {
    expect(signChanges((t) => Math.exp(-((t - 5.3) ** 2)) - 1.01, grid(0, 10, 10))).toEqual([]);
    expect(signChanges((t) => (t - 5) ** 2, grid(0, 10, 10))).toEqual([]);
    expect(signChanges(() => -0.3, grid(0, 10, 10))).toEqual([]);
  });

  it("counts 0 as above", () => {
    expect(signChanges((t) => t - 5, [0, 5, 10]).map(({ day, rises }) => [day, rises])).toEqual([[5, true]]);
    expect(signChanges((t) => 5 - t, [0, 5, 10]).map(({ day, rises }) => [day, rises])).toEqual([[5, false]]);
    expect(signChanges((t) => Math.min(0, 5 - t), [0, 5, 10])[0]!.rises).toBe(false);
  });
});
