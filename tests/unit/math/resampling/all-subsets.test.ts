import { describe, expect, it } from "vitest";
import { allSubsets } from "../../../../src/math/resampling/index.ts";

describe("allSubsets", () => {
  it.each([0, 1, 2, 3, 5, 10])("visits every subset of %i once, one change at a time", (n) => {
    const seen = new Set<string>();
    let before: number[] | null = null;
    for (const { members, changed } of allSubsets(n)) {
      const now = [...members];
      const differences = before === null ? [] : now.flatMap((m, i) => (m === before![i] ? [] : [i]));
      expect(differences).toEqual(before === null ? [] : [changed]);
      seen.add(now.join(""));
      before = now;
    }
    expect(seen.size).toBe(2 ** n);
  });

  it("is the binary Gray code", () => {
    let index = 0;
    for (const { members } of allSubsets(6)) {
      const gray = index ^ (index >> 1);
      expect([...members]).toEqual([0, 1, 2, 3, 4, 5].map((bit) => (gray >> bit) & 1));
      index++;
    }
  });

  it.each([-1, 53, 2.5, Number.NaN])("refuses n = %d", (n) => {
    expect(() => allSubsets(n).next()).toThrow(/whole n/);
  });
});
