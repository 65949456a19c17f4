import { describe, expect, it } from "vitest";
import { nextCourse } from "../../../../src/response/index.ts";
import { furtherFixtures } from "../../../helpers/further-results.ts";

const { result, planned } = furtherFixtures.three!;
const curveOf = (scenario: string) => planned.curve.filter((point) => point.scenario === scenario);

describe("the curve ahead", () => {
  it("lies within its band, in order of time, from the last course to the end of what is looked at", () => {
    for (const { value, lower, upper } of planned.curve) {
      expect(lower!).toBeLessThanOrEqual(value);
      expect(upper!).toBeGreaterThanOrEqual(value);
    }
    const times = curveOf("courses-so-far").map(({ time }) => time);
    expect([times[0], times.at(-1)]).toEqual([0, 425]);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const later = curveOf("planned-course").map(({ time }) => time);
    expect([later[0], later.at(-1)]).toEqual([70, 435]);
  });

  it("is the fitted curve where there are scores", () => {
    for (const { time, value } of curveOf("courses-so-far").filter((point) => point.time <= 60)) {
      const next = result.fitted.findIndex((point) => point.time >= time);
      const [before, after] = [result.fitted[Math.max(0, next - 1)]!, result.fitted[next]!];
      const share = after.time > before.time ? (time - before.time) / (after.time - before.time) : 1;
      const fitted = before.value + share * (after.value - before.value);
      // 400 equal draws stand for the weighted ones; the band is some 5 points wide.
      expect(Math.abs(value - fitted)).toBeLessThan(0.5);
    }
  });

  it("crosses the threshold where the median of the crossings lies", () => {
    const [crossing] = planned.estimates;
    const points = curveOf("courses-so-far");
    const first = points.find(({ time, value, threshold }) => time > 60 && value >= threshold)!;
    // The median of curves is not the curve of medians: a fifth of the standard deviation is allowed.
    expect(Math.abs(first.time - crossing!.estimate!)).toBeLessThan(0.2 * crossing!.standardError!);
  });

  it("meets the rule of relapse by score, and begins with the planned course where the curve was", () => {
    const at = nextCourse(result, { relapseAt: { score: 6 }, course: { day: 80 } });
    for (const { threshold } of at.curve) expect(threshold).toBeCloseTo(6, 9);
    const start = at.curve.find(({ scenario }) => scenario === "planned-course")!;
    const soFar = at.curve.filter(({ scenario }) => scenario === "courses-so-far");
    const before = soFar.findLast(({ time }) => time <= 80)!;
    expect(Math.abs(start.value - before.value)).toBeLessThan(0.6);
  });

  it("has no limits where the draws are too few", () => {
    const few = { ...result, draws: result.draws!.slice(0, 20) };
    expect(nextCourse(few).curve.every(({ lower, upper }) => lower === null && upper === null)).toBe(true);
  });
});
