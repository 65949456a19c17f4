import { describe, expect, it } from "vitest";
import { noncentralT } from "../../../../src/math/distributions/noncentral-t.ts";
import { studentT } from "../../../../src/math/distributions/student-t.ts";
import { trialPowerResultSchema } from "../../../../src/schema/index.ts";
import { ab, randomizedPairs } from "../../../../src/trial/designs/index.ts";
import { nap } from "../../../../src/trial/effect-sizes/index.ts";
import { pairedT } from "../../../../src/trial/models/index.ts";
import { effectSizeAnalysis } from "../../../../src/trial/power/effect-size-analysis.ts";
import { modelAnalysis } from "../../../../src/trial/power/model-analysis.ts";
import type { PowerAnalysis } from "../../../../src/trial/power/power-analysis.ts";
import { randomizationAnalysis } from "../../../../src/trial/power/randomization-analysis.ts";
import { trialPower } from "../../../../src/trial/trial-power.ts";

const treatments = ["placebo", "IVIG"];
const pairs = (...sizes: number[]) => sizes.map((nPairs) => randomizedPairs.design({ treatments, nPairs }));

/** Power of the two-sided paired t test of n pairs whose differences have mean `effect` and variance 2 sd². */
function exactPower(n: number, effect: number, sd: number): number {
  const noncentrality = (effect * Math.sqrt(n)) / (Math.SQRT2 * sd);
  const bar = studentT.survivalQuantile(0.025, n - 1);
  return noncentralT.survival(bar, n - 1, noncentrality) + noncentralT.cdf(-bar, n - 1, noncentrality);
}

describe("simulated power", () => {
  it("of the paired t test is the noncentral t's, within four errors of the simulation", () => {
    const { rows } = trialPower({
      designs: pairs(3, 5, 8),
      effect: [1, 2],
      standardDeviation: 1.5,
      analyses: [modelAnalysis(pairedT)],
    });
    expect(rows.length).toBe(6);
    for (const { size, effect, power, powerStandardError, typeOneError, coverage } of rows) {
      const exact = exactPower(size, effect, 1.5);
      expect(Math.abs(power - exact)).toBeLessThan(4 * powerStandardError);
      expect(Math.abs(typeOneError - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 2000));
      expect(Math.abs(coverage! - 0.95)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 2000));
    }
  });

  it("of the randomization test: type I error at most 1 − level, whatever the correlation and the trend", () => {
    const { rows } = trialPower({
      designs: pairs(4, 6),
      effect: [2],
      standardDeviation: 1.5,
      phi: [0, 0.6],
      trend: [0, 1],
      nReplicates: 1000,
    });
    for (const { typeOneError, size } of rows) {
      const attainable = size === 4 ? 0 : 2 / 64;
      expect(typeOneError).toBeLessThan(attainable + 4 * Math.sqrt((0.05 * 0.95) / 1000));
      if (size === 4) expect(typeOneError).toBe(0);
    }
  });
});

describe("a table of power", () => {
  const options = {
    designs: pairs(6, 7),
    effect: [0, 3],
    standardDeviation: 1,
    carryover: [0, 0.5],
    missing: [0, 0.2],
    analyses: [randomizationAnalysis(), modelAnalysis(pairedT), effectSizeAnalysis(nap, { nullValue: 0.5 })],
    nReplicates: 100,
  };
  const result = trialPower(options);

  it("is plain JSON of its schema", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(trialPowerResultSchema.safeParse(result).success).toBe(true);
    expect(result.rows.length).toBe(2 * 2 * 2 * 2 * 3);
  });

  it("is the same whatever else is in the grid, and in whatever order", () => {
    const alone = trialPower({
      ...options,
      designs: pairs(7),
      carryover: [0.5],
      missing: [0.2],
      effect: [3],
    });
    for (const row of alone.rows) expect(result.rows).toContainEqual(row);
  });

  it("where the treatment does nothing has the type I error as its power", () => {
    for (const row of result.rows.filter(({ effect }) => effect === 0))
      expect(row.power).toBe(row.typeOneError);
  });

  it("says that carryover and missing scores cost power, on the same random errors", () => {
    const of = (carryover: number, missing: number) =>
      result.rows.find(
        (row) => row.effect === 3 && row.size === 6 && row.carryover === carryover && row.missing === missing,
      )!;
    expect(of(0.5, 0).power).toBeLessThanOrEqual(of(0, 0).power);
    expect(of(0, 0.2).width!).toBeGreaterThan(of(0, 0).width!);
    expect(of(0.5, 0).estimate!).toBeGreaterThan(of(0, 0).estimate!);
  });

  it("names the smallest design that reaches the target, and null where none does", () => {
    const of = (target: number) => trialPower({ ...options, effect: [3], target }).smallest[0]!;
    expect(of(0.5)).toMatchObject({ size: 6, sizeUnit: "pair", isSure: true });
    expect(trialPower({ ...options, effect: [0.1] }).smallest[0]).toMatchObject({
      size: null,
      power: null,
      isSure: false,
    });
  });
});

describe("designs and patients", () => {
  it("several patients need fewer pairs each", () => {
    const { rows } = trialPower({
      designs: pairs(2),
      nPatients: [1, 4],
      effect: [2],
      standardDeviation: 1,
      analyses: [randomizationAnalysis(), modelAnalysis(pairedT)],
      nReplicates: 200,
    });
    const [alone, , together, model] = rows;
    expect(alone!.power).toBe(0);
    expect(together!.power).toBeGreaterThan(0.7);
    expect(model!.power).toBeGreaterThan(0.5);
  });

  it("effects that differ between patients belong to the power, not to a treatment that does nothing", () => {
    const options = { designs: pairs(3), nPatients: [3], standardDeviation: 1, nReplicates: 300 };
    const [alike] = trialPower({ ...options, effect: [0] }).rows;
    const [different] = trialPower({ ...options, effect: [0], effectStandardDeviation: 3 }).rows;
    expect(different!.typeOneError).toBe(alike!.typeOneError);
    expect(different!.power).toBeGreaterThan(0.2);
    const told: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => void told.push(done / total);
    trialPower({ ...options, effect: [0, 1], effectStandardDeviation: 3, onProgress });
    expect(told.at(-1)).toBe(1);
  });

  it("AB phases with correlated scores: the randomization test keeps its level, NAP's interval does not, and that is said", () => {
    const { rows, warnings } = trialPower({
      designs: [ab.design({ treatments, nScores: 26, minimumLength: 3 })],
      effect: [2],
      standardDeviation: 1,
      phi: [0.6],
      analyses: [randomizationAnalysis(), effectSizeAnalysis(nap, { nullValue: 0.5 })],
      nReplicates: 300,
    });
    expect(rows[0]!.typeOneLower).toBeLessThan(0.05);
    expect(rows[1]!.typeOneError).toBeGreaterThan(0.15);
    expect(warnings.map(({ code }) => code)).toContain("type-one-error-inflated");
  });

  it("with missing scores some trials have no answer, which is counted", () => {
    const { rows, warnings } = trialPower({
      designs: pairs(2),
      effect: [2],
      standardDeviation: 1,
      missing: [0.5],
      analyses: [randomizationAnalysis(), modelAnalysis(pairedT)],
      nReplicates: 100,
    });
    for (const { nWithoutAnswer } of rows) expect(nWithoutAnswer).toBeGreaterThan(0);
    expect(warnings.map(({ code }) => code)).toContain("no-answer");
  });

  it("says which designs can't reach the level by the test that is asked for, one-sided or two-sided, and by no other", () => {
    const codesOf = (analysis: PowerAnalysis) =>
      trialPower({
        designs: pairs(5),
        effect: [1],
        standardDeviation: 1,
        analyses: [analysis],
        nReplicates: 100,
      }).warnings.map(({ code }) => code);
    expect(codesOf(randomizationAnalysis())).toContain("level-unattainable");
    expect(codesOf(randomizationAnalysis({ sides: 1 }))).not.toContain("level-unattainable");
    expect(codesOf(modelAnalysis(pairedT))).not.toContain("level-unattainable");
  });

  it("tells how far it is, up to the end", () => {
    const told: number[] = [];
    trialPower({
      designs: pairs(3),
      effect: [1],
      standardDeviation: 1,
      nReplicates: 120,
      onProgress: ({ done, total }) => told.push(done / total),
    });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it.each([
    [{ effect: [] }, "effect must be a list of numbers"],
    [{ phi: [1] }, "phi must hold numbers between −1 and 1, got 1"],
    [{ missing: [1] }, "missing must hold shares from 0 to below 1, got 1"],
    [{ nReplicates: 10 }, "nReplicates must be a whole number from 100, got 10"],
    [{ target: 80 }, "target must be between 0 and 1, got 80"],
  ])("refuses %j", (wrong, message) => {
    const right = { designs: pairs(3), effect: [1], standardDeviation: 1 };
    expect(() => trialPower({ ...right, ...wrong })).toThrow(message);
  });
});
