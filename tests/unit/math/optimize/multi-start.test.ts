import { describe, expect, it } from "vitest";
import { minimizeNelderMead } from "../../../../src/math/optimize/minimize-nelder-mead.ts";
import { multiStart } from "../../../../src/math/optimize/multi-start.ts";

describe("multiStart", () => {
  const search = (start: number) => minimizeNelderMead(([x]) => Math.cos(x) + 0.1 * x, [start]);

  it("keeps the lowest minimum and counts the searches that found it", () => {
    const found = multiStart(search, [3, 2.5, 9, -3, 3.5]);
    expect([found.bestStart, found.nAgreed, found.nConverged, found.outcomes.length]).toEqual([3, 1, 5, 5]);
    expect(found.best.value).toBe(Math.min(...found.outcomes.map(({ value }) => value)));
    expect(multiStart(search, [3, 2.5, 3.5]).nAgreed).toBe(3);
  });

  it("prefers a search that converged to a lower one that didn't", () => {
    const found = multiStart(
      (start: { value: number; converged: boolean }) => start,
      [
        { value: -5, converged: false },
        { value: 1, converged: true },
      ],
    );
    expect([found.best.value, found.nAgreed]).toEqual([1, 1]);
    expect(
      multiStart((start: { value: number; converged: boolean }) => start, [{ value: 3, converged: false }]),
    ).toMatchObject({
      nAgreed: 0,
      nConverged: 0,
      best: { value: 3 },
    });
  });

  it("refuses to begin nowhere", () => {
    expect(() => multiStart(search, [])).toThrow(new RangeError("starts needs at least 1 entry, got 0"));
  });
});
