import { describe, expect, it } from "vitest";
import { chiSquared } from "../../src/math/distributions/chi-squared.ts";
import { randomStream } from "../../src/math/random/random-stream.ts";
import { readTrials } from "../../src/read/index.ts";
import { isContained, randomizationTest, scheduleTrial, trialDesigns } from "../../src/trial/index.ts";

describe.each(trialDesigns.map((method) => [method.name, method] as const))(
  "the design %s",
  (name, method) => {
    const design = method.design(method.example);
    const { space } = design;
    const count = Number(space.count);
    const all = Array.from(space.enumerate(), (assignment) => assignment.slice());
    const keys = new Map(all.map((assignment, i) => [assignment.join(), i]));

    it("lists as many different assignments as it counts, and contains each", () => {
      expect(all).toHaveLength(count);
      expect(keys.size).toBe(count);
      expect(all.every((assignment) => isContained(space, assignment))).toBe(true);
      expect(all.every(({ length }) => length === space.nUnits)).toBe(true);
      expect(space.nUnits).toBe(design.nPatients * design.unitsPerPatient);
    });

    it("contains nothing else, and says why", () => {
      const stream = randomStream(3);
      const k = design.treatments.length;
      for (let i = 0; i < 2_000; i++) {
        const any = Uint8Array.from({ length: space.nUnits }, () => Math.floor(k * stream.uniform()));
        const problems = space.misfits(any, design.treatments);
        expect(problems.length === 0).toBe(keys.has(any.join()));
        for (const { message } of problems) expect(message).toMatch(/^needs .*, got /u);
      }
      for (const unit of [0, space.nUnits - 1]) {
        const one = all[0]!.slice();
        one[unit] = (one[unit]! + 1) % k;
        expect(isContained(space, one)).toBe(keys.has(one.join()));
      }
    });

    it("draws each assignment equally often", () => {
      const stream = randomStream(20_260_401);
      const counts = new Array<number>(count).fill(0);
      const draws = 40 * count;
      const drawn = new Uint8Array(space.nUnits);
      for (let i = 0; i < draws; i++) {
        space.sample(stream, drawn);
        counts[keys.get(drawn.join())!]!++;
      }
      const statistic = counts.reduce((sum, n) => sum + (n - 40) ** 2 / 40, 0);
      expect(chiSquared.survival(statistic, count - 1)).toBeGreaterThan(0.001);
    });

    it("is made again from its settings, which are plain JSON", () => {
      const again = method.design(JSON.parse(JSON.stringify(design.settings)));
      expect(again.settings).toEqual(design.settings);
      expect(again.space.count).toBe(space.count);
      expect(again.name).toBe(name);
    });

    it("makes a schedule whose test reaches the smallest p-value it names", () => {
      const schedule = scheduleTrial(design, { seed: 5 });
      expect(JSON.parse(JSON.stringify(schedule))).toEqual(schedule);
      const rows = schedule.periods.map(
        ({ patient, treatment }, i) =>
          `${patient},${treatment},${[0, 100, 50][design.treatments.indexOf(treatment)]! + (i % 5) / 7 + i / 1e3}`,
      );
      const trials = readTrials(`patient,treatment,score\n${rows.join("\n")}`);
      const options = { design, sides: 1, improvement: "increase" } as const;
      const result = randomizationTest(trials, options);
      expect(result.pValue).toBe(schedule.smallestPValue.oneSided);
      expect(result.smallestPValue).toBe(schedule.smallestPValue.oneSided);
      expect(result.nAssignments).toBe(count);
      expect(schedule.smallestPValue.oneSided).toBe(1 / count);
      expect([1, 2]).toContain(Math.round(schedule.smallestPValue.twoSided * count));
      const { nScores, nPeriods, nPatients } = method.settingsOf(trials, design.treatments) as Record<
        string,
        unknown
      >;
      for (const [setting, seen] of Object.entries({ nScores, nPeriods, nPatients }))
        if (seen !== undefined) expect(design.settings[setting]).toEqual(seen);
    });

    it("refuses settings of which no design can be made", () => {
      expect(() => method.design({ ...method.example, treatments: ["one"] })).toThrow(RangeError);
      expect(() => method.design({ treatments: method.example.treatments })).toThrow(RangeError);
      expect(() => method.design({ ...method.example, treatments: ["a", "a"] })).toThrow(RangeError);
    });
  },
);
