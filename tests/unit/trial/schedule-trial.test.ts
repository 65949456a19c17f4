import { describe, expect, it } from "vitest";
import type { ResponseResult } from "../../../src/schema/index.ts";
import { blindedScheduleSchema, trialPlanSchema, trialScheduleSchema } from "../../../src/schema/index.ts";
import {
  ab,
  aba,
  blindedSchedule,
  canonicalJson,
  planTrial,
  randomizedPairs,
  scheduleTrial,
  type TrialDesign,
  williams,
} from "../../../src/trial/index.ts";

const design = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 4 });
/** As much of a response as a schedule looks at. */
const response = (rows: object[]): ResponseResult =>
  ({ patient: "A", estimates: rows }) as unknown as ResponseResult;

describe("a schedule", () => {
  const schedule = scheduleTrial(design, { seed: 9, periodDays: 28, washoutDays: 7, runInDays: 14 });

  it("gives every pair both treatments, with days, blocks and kits that are all different", () => {
    expect(schedule.periods.map(({ firstDay }) => firstDay)).toEqual([15, 50, 85, 120, 155, 190, 225, 260]);
    expect(schedule.periods.map(({ lastDay, firstDay }) => lastDay - firstDay + 1)).toEqual(
      Array(8).fill(28),
    );
    expect(schedule.periods.map(({ block }) => block)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(new Set(schedule.periods.map(({ kit }) => kit)).size).toBe(8);
    for (const block of [1, 2, 3, 4]) {
      const given = schedule.periods.filter((row) => row.block === block).map(({ treatment }) => treatment);
      expect(given.sort()).toEqual(["IVIG", "saline"]);
    }
  });

  it("is the same for a seed and another for others", () => {
    const order = (seed: number): string =>
      scheduleTrial(design, { seed })
        .periods.map(({ treatment }) => treatment)
        .join();
    expect(order(9)).toBe(order(9));
    expect(new Set(Array.from({ length: 40 }, (_, seed) => order(seed))).size).toBeGreaterThan(8);
  });

  it("says beforehand that four pairs cannot reach 5 %, and that six can", () => {
    expect(schedule.smallestPValue).toEqual({ oneSided: 1 / 16, twoSided: 2 / 16 });
    expect(schedule.warnings.map(({ code }) => code)).toEqual(["level-unattainable"]);
    const six = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 6 });
    expect(scheduleTrial(six, { seed: 1 }).warnings).toEqual([]);
    expect(scheduleTrial(six, { seed: 1 }).nPossible).toBe("64");
  });

  it("says that AB phases of 13 scores reach 1/8, on one side as on two", () => {
    const phases = ab.design({ treatments: ["A", "B"], nScores: 13, minimumLength: 3 });
    expect(scheduleTrial(phases, { seed: 1 }).smallestPValue).toEqual({ oneSided: 1 / 8, twoSided: 1 / 8 });
  });

  it("hides treatments and seed from those who must not know them", () => {
    const blinded = blindedSchedule(schedule);
    const text = JSON.stringify(blinded.periods) + JSON.stringify(Object.keys(blinded));
    expect(text).not.toMatch(/saline|IVIG|seed|provenance|treatment"/u);
    expect(blinded.periods).toHaveLength(8);
    expect(blindedScheduleSchema.parse(blinded)).toEqual(blinded);
    expect(trialScheduleSchema.parse(schedule)).toEqual(schedule);
  });

  it("names several patients", () => {
    const square = williams.design({ treatments: ["A", "B"], nPatients: 2 });
    const { periods } = scheduleTrial(square, { seed: 3, patients: ["Ana", "Bo"] });
    expect(periods.map(({ patient, period }) => `${patient}${period}`)).toEqual([
      "Ana1",
      "Ana2",
      "Bo1",
      "Bo2",
    ]);
    expect(() => scheduleTrial(square, { seed: 3, patients: ["Ana"] })).toThrow(RangeError);
    expect(() => scheduleTrial(square, { seed: 3, patients: ["Ana", "Ana"] })).toThrow(RangeError);
  });

  it("refuses days that are none", () => {
    expect(() => scheduleTrial(design, { seed: 1, periodDays: 0 })).toThrow(RangeError);
    expect(() => scheduleTrial(design, { seed: 1, washoutDays: -1 })).toThrow(RangeError);
    expect(() => scheduleTrial(design, { seed: 0.5 })).toThrow(RangeError);
  });
});

describe("a schedule beside a fitted response", () => {
  const codes = (days: object, rows: object[]): string[] =>
    scheduleTrial(randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 6 }), {
      seed: 1,
      ...days,
      response: response(rows),
    }).warnings.map(({ code }) => code);
  const worn = [
    { parameter: "T90", estimate: 168 },
    { parameter: "relapseDay", estimate: 90 },
  ];

  it("warns where relief would carry over into the next period", () => {
    expect(codes({ periodDays: 28 }, worn)).toEqual(["carryover-expected"]);
    expect(codes({ periodDays: 140, washoutDays: 27 }, worn)).toEqual(["carryover-expected"]);
    expect(codes({ periodDays: 140, washoutDays: 28 }, worn)).toEqual([]);
  });

  it("counts from the start of a phase to the return of the reference, and is silent where it never returns", () => {
    const settings = { treatments: ["A", "B"], nScores: 24, minimumLength: 6 };
    const options = { seed: 1, periodDays: 7, level: 0.5, response: response(worn) };
    const warned = (design: TrialDesign, periodDays: number): string[] =>
      scheduleTrial(design, { ...options, periodDays }).warnings.map(({ code }) => code);
    expect(warned(aba.design(settings), 27)).toEqual(["carryover-expected"]);
    expect(warned(aba.design(settings), 28)).toEqual([]);
    expect(warned(ab.design(settings), 7)).toEqual([]);
  });

  it("has a share above 0 of spaces however large", () => {
    const large = randomizedPairs.design({ treatments: ["A", "B"], nPairs: 2_000 });
    const { smallestPValue, nPossible } = scheduleTrial(large, { seed: 1 });
    expect(nPossible).toBe(String(2n ** 2_000n));
    expect(smallestPValue.oneSided).toBeGreaterThan(0);
  });

  it("falls back on the relapse day, and says where nothing is known", () => {
    expect(codes({ periodDays: 28 }, worn.slice(1))).toEqual(["carryover-expected"]);
    expect(codes({ periodDays: 90 }, worn.slice(1))).toEqual([]);
    expect(codes({ periodDays: 90 }, [{ parameter: "relapseDay", estimate: null }])).toEqual([
      "carryover-unknown",
    ]);
  });
});

describe("a plan", () => {
  const plan = planTrial(design, { improvement: "decrease", threshold: 2 });

  it("has one text, whatever the order of its keys", () => {
    const turned = Object.fromEntries(Object.entries(plan).reverse());
    expect(canonicalJson(turned)).toBe(canonicalJson(plan));
    expect(JSON.parse(canonicalJson(plan))).toEqual(plan);
    expect(canonicalJson({ b: [1, null, "é"], a: { d: true, c: -0.5e-7 } })).toBe(
      '{"a":{"c":-5e-8,"d":true},"b":[1,null,"é"]}',
    );
    expect(() => canonicalJson([Number.NaN])).toThrow(RangeError);
    expect(trialPlanSchema.parse(plan)).toEqual(plan);
  });

  it("changes its text with anything that it fixes", () => {
    const others = [
      planTrial(design, { improvement: "increase", threshold: 2 }),
      planTrial(design, { improvement: "decrease", threshold: 1 }),
      planTrial(design, { improvement: "decrease", threshold: 2, sides: 1 }),
      planTrial(design, { improvement: "decrease", threshold: 2, level: 0.9 }),
      planTrial(design, { improvement: "decrease", threshold: 2, treatment: "saline" }),
    ];
    expect(new Set([plan, ...others].map(canonicalJson)).size).toBe(6);
    expect(() => planTrial(design, { improvement: "decrease", threshold: -1 })).toThrow(RangeError);
  });
});
