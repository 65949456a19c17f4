import { describe, expect, it } from "vitest";
import { countSubsets } from "../../../../src/math/resampling/counts.ts";
import { subsets } from "../../../../src/math/resampling/subsets.ts";

const steps = (n: number, k: number) =>
  Array.from(subsets(n, k), ({ members, added, removed }) => ({
    members: Array.from(members),
    added,
    removed,
  }));

const sizes = Array.from({ length: 10 }, (_, n) =>
  Array.from({ length: n + 1 }, (_, k) => [n, k] as const),
).flat();

/** The order's own definition: those without the last thing, then those with it, backwards in the others. */
function revolvingDoor(n: number, k: number): number[][] {
  if (k === 0) return [[]];
  if (k > n) return [];
  const withLast = revolvingDoor(n - 1, k - 1).reverse();
  return [...revolvingDoor(n - 1, k), ...withLast.map((members) => [...members, n - 1])];
}

describe("subsets", () => {
  it.each(sizes)("of %i things, %i each: are in revolving-door order", (n, k) => {
    expect(steps(n, k).map(({ members }) => members)).toEqual(revolvingDoor(n, k));
  });

  it.each(sizes)("of %i things, %i each: come each once, ascending", (n, k) => {
    const all = steps(n, k).map(({ members }) => members);
    expect(BigInt(all.length)).toBe(countSubsets(n, k));
    expect(new Set(all.map(String)).size).toBe(all.length);
    for (const members of all) {
      expect(members.length).toBe(k);
      expect(members.every((member, i) => member < n && member > (members[i - 1] ?? -1))).toBe(true);
    }
  });

  it.each(sizes.filter(([n, k]) => k > 0 && k < n))(
    "of %i things, %i each: differ by the exchange they name, the first from the last too",
    (n, k) => {
      const all = steps(n, k);
      expect([all[0]!.added, all[0]!.removed]).toEqual([-1, -1]);
      all.slice(1).forEach(({ members, added, removed }, i) => {
        const before = all[i]!.members;
        expect([before.includes(added), before.includes(removed)]).toEqual([false, true]);
        const expected = [...before.filter((member) => member !== removed), added];
        expect(members).toEqual(expected.sort((a, b) => a - b));
      });
      const last = all.at(-1)!.members;
      expect(last.filter((member) => !all[0]!.members.includes(member)).length).toBe(1);
    },
  );

  it("come one at a time, however many there are", () => {
    expect(Array.from(subsets(2 ** 31 - 1, 2).next().value!.members)).toEqual([0, 1]);
  });

  it.each([
    [3, 4],
    [3, -1],
    [2.5, 1],
    [3, 1.5],
    [2 ** 31, 1],
    [Number.NaN, 0],
  ])("of %s things, %s each: are refused", (n, k) => {
    expect(() => subsets(n, k).next()).toThrow(RangeError);
    expect(() => subsets(n, k).next()).toThrow(`n = ${n}, k = ${k}`);
  });
});
