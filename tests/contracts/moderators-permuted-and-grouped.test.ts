import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hartungKnapp, permuteModerators, poolEstimates, poolSubgroups } from "../../src/pooling/index.ts";
import { moderatorPermutationSchema } from "../../src/schema/moderator-permutation.ts";
import { pooledSubgroupsSchema } from "../../src/schema/pooled-subgroups.ts";
import { rowOf } from "../helpers/pools.ts";
import { type RandomPool, randomPools } from "../helpers/random-pools.ts";

const options = { seed: 20_040_601, numRuns: 50 };
const doses = [2, 1, 2, 0.5, 1.5, 1, 0.4, 3];
const rowsOf = ({ effects, variances }: RandomPool, dose = doses) =>
  effects.map((estimate, i) => ({
    estimate,
    variance: variances[i]!,
    moderators: { dose: dose[i]!, design: i % 2 === 0 ? "single arm" : "controlled" },
  }));
const five = rowsOf({ effects: [-4.2, -3.1, -5, -1.8, -3.6], variances: [0.5, 0.8, 1.1, 0.65, 0.4] });

describe("permuting moderators", () => {
  it("gives the same p-value exactly and by as many draws, up to chance, and equal bytes for equal seeds", () => {
    const exact = permuteModerators(five, { moderators: ["dose"] });
    const drawn = permuteModerators(five, { moderators: ["dose"], arrangements: 59 });
    expect(exact).toMatchObject({ method: "exact", nArrangements: 60, smallestPValue: 1 / 60 });
    expect(drawn).toMatchObject({ method: "monte-carlo", nArrangements: 59 });
    const p = exact.tests[0]!.pValue!;
    expect(Math.abs(drawn.tests[0]!.pValue! - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / 58) + 1 / 59);
    expect(permuteModerators(five, { moderators: ["dose"], arrangements: 59 })).toEqual(drawn);
    expect(moderatorPermutationSchema.parse(JSON.parse(JSON.stringify(exact)))).toEqual(exact);
  });

  it("is at least its smallest p-value, and does not change with the order of the rows", () => {
    fc.assert(
      fc.property(
        randomPools.filter(({ effects }) => effects.length === 4),
        (pool) => {
          const rows = rowsOf(pool);
          const [p, q] = [rows, rows.toReversed()].map(
            (one) => permuteModerators(one, { moderators: ["dose"] }).tests[0]!.pValue!,
          );
          expect(p).toBeGreaterThanOrEqual(1 / 12 - 1e-15);
          expect(q).toBe(p);
        },
      ),
      { ...options, numRuns: 15 },
    );
  });

  it("says where no arrangement can be rare", () => {
    const result = permuteModerators(five.slice(0, 4), { moderators: ["design"] });
    expect(result).toMatchObject({ nArrangements: 6, smallestPValue: 1 / 6 });
    expect(result.warnings.map(({ code }) => code)).toEqual(["permutation-too-few"]);
    expect(() => permuteModerators(five, { moderators: [] })).toThrow(RangeError);
    expect(() => permuteModerators(five, { moderators: ["dose"], arrangements: 1 })).toThrow(RangeError);
  });
});

describe("subgroups", () => {
  it("are the pools of their levels, each with its own τ²", () => {
    const result = poolSubgroups(five, { moderator: "design", interval: hartungKnapp });
    expect(pooledSubgroupsSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    for (const { level, mean } of result.subgroups) {
      const own = poolEstimates(five.filter(({ moderators }) => moderators.design === level));
      expect(mean).toEqual(rowOf(own, "mean"));
    }
  });

  it("of one series have no interval and no test, unless τ² is common", () => {
    const three = five.slice(0, 3);
    const alone = poolSubgroups(three, { moderator: "design" });
    expect(alone.betweenTest).toBeNull();
    expect(alone.warnings.map(({ code }) => code)).toEqual(["subgroup-of-one-series"]);
    const common = poolSubgroups(three, { moderator: "design", subgroupTauSquared: "common" });
    expect(common.betweenTest!.denominatorDegreesOfFreedom).toBe(1);
  });

  it("need two levels", () => {
    const same = five.filter(({ moderators }) => moderators.design === "single arm");
    for (const subgroupTauSquared of ["separate", "common"] as const)
      expect(() => poolSubgroups(same, { moderator: "design", subgroupTauSquared })).toThrow(
        "at least 2 levels",
      );
  });
});
