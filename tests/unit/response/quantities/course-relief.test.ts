import { describe, expect, it } from "vitest";
import { noEffect } from "../../../../src/response/models/no-effect.ts";
import { plateau } from "../../../../src/response/models/plateau.ts";
import { residualRelief } from "../../../../src/response/models/residual-relief.ts";
import { crossingDay, integratedRelief } from "../../../../src/response/quantities/course-relief.ts";
import { peakRelief } from "../../../../src/response/quantities/peak-relief.ts";
import { reliefGradient } from "../../../../src/response/quantities/relief-gradient.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { simpson } from "../../../helpers/differences.ts";

const slope = reliefGradient(plateau);
const peak = (...p: number[]) => peakRelief(plateau, slope, p);
const crossing = (threshold: number, ...p: number[]) =>
  crossingDay(plateau, p, peakRelief(plateau, slope, p), threshold);
const integral = (horizon: number, ...p: number[]): number =>
  integratedRelief(plateau, slope, p, horizon, new Float64Array(4))!;

describe("peakRelief", () => {
  it("is well below R where onset and wear-off overlap: R .6, h 10, T50 30, D 80 peaks at .286", () => {
    // A search over thousandths of a day, in Python, gives .28575500625 on day 21.106 (section 1 of the method says .38).
    expect(peak(0.6, 10, 30, 80)!.relief).toBeCloseTo(0.28575500625, 10);
  });

  it("is the highest point of the curve", () => {
    for (const p of [
      [0.8, 4, 105, 60],
      [0.6, 10, 30, 80],
      [0.3, 1, 20, 5],
      [0.95, 30, 400, 300],
      [0.1, 0.01, 200, 10],
    ]) {
      const { day, relief } = peak(...p)!;
      const around = Array.from({ length: 4001 }, (_, i) => plateau.relief(day * (0.2 + i / 1000), p));
      expect(Math.max(...around)).toBeLessThanOrEqual(relief * (1 + 1e-15));
      expect(relief).toBe(plateau.relief(day, p));
    }
  });

  it.each([
    ["a plateau so long that it is level to the last bit", [0.4, 0.7, 87, 1.7], 0.4],
    ["an onset within minutes", [0.7, 1e-4, 105, 60], 0.7],
    ["an onset that takes no time at all", [0.7, 1e-50, 45, 48], 0.7],
    ["a wear-off within the hour", [0.5, 4, 80, 1e-3], 0.5],
  ])("finds the peak of %s", (_, p, R) => {
    // Short of R by the wear-off that has begun at the peak: 1/(1 + 81^(T50/D)) of it, 1.6 % for D = 48.
    expect(peak(...p)!.relief).toBeGreaterThan(0.98 * R);
    expect(peak(...p)!.relief).toBeLessThanOrEqual(R);
  });

  it("is the best day, and not a later and lower rise, of relief that never wears off wholly", () => {
    // Once the wear-off is over, the onset's last percents lift the share that stays.
    const p = [0.963, 21.3, 89.9, 16.8, 0.317];
    const { day, relief } = peakRelief(residualRelief, reliefGradient(residualRelief), p)!;
    const around = Array.from({ length: 4001 }, (_, i) => residualRelief.relief(0.05 * (i + 1), p));
    expect(day).toBeLessThan(89.9);
    expect(Math.max(...around)).toBeLessThanOrEqual(relief * (1 + 1e-15));
  });

  it("does not exist where relief is nowhere positive, or has not peaked within 20,000 days", () => {
    expect(peakRelief(noEffect, reliefGradient(noEffect), [])).toBeNull();
    expect(peak(0, 4, 105, 60)).toBeNull();
    expect(peak(0.8, 5000, 1e6, 10)).toBeNull();
    expect(peak(0.8, Infinity, 105, 60)).toBeNull();
  });
});

describe("crossingDay", () => {
  it("is the closed form where onset is long over", () => {
    // T50 + (D/ln 81) ln(R/r_c − 1); 2^(−112/4) of the onset is missing, 4e-9.
    expectRelative(
      [crossing(0.3, 0.8, 4, 105, 60)!],
      [105 + (60 / Math.log(81)) * Math.log(0.8 / 0.3 - 1)],
      1e-8,
    );
  });

  it("is the true crossing where the closed form is days off or negative", () => {
    const p = [0.32, 4, 22, 90];
    const closed = 22 + (90 / Math.log(81)) * Math.log(0.32 / 0.15 - 1);
    const found = crossing(0.15, ...p)!;
    expectRelative([plateau.relief(found, p)], [0.15], 1e-12);
    expect(Math.abs(found - closed)).toBeGreaterThan(0.3);
  });

  it("is the last of the two days on which relief equals the threshold", () => {
    for (const threshold of [0.01, 0.15, 0.28]) {
      const p = [0.6, 10, 30, 80];
      const found = crossing(threshold, ...p)!;
      expect(found).toBeGreaterThan(peak(...p)!.day);
      expectRelative([plateau.relief(found, p)], [threshold], 1e-12);
    }
  });

  it("is never reached where the peak stays at the threshold or below it", () => {
    expect(crossing(0.3, 0.6, 10, 30, 80)).toBeNull();
    expect(crossing(peak(0.6, 10, 30, 80)!.relief, 0.6, 10, 30, 80)).toBeNull();
    expect(crossing(0.3, 0, 4, 105, 60)).toBeNull();
  });

  it("does not exist for a threshold that relief never falls to", () => {
    expect(crossing(0, 0.8, 4, 105, 60)).toBeNull();
    expect(crossing(-0.1, 0.8, 4, 105, 60)).toBeNull();
    expect(crossing(Number.NaN, 0.8, 4, 105, 60)).toBeNull();
  });

  it("is found where the curve falls within the hour, and where it falls over decades", () => {
    expect(crossing(0.3, 0.5, 4, 80, 1e-6)).toBeCloseTo(80, 5);
    expect(crossing(0.3, 0.8, 4, 15_000, 3000)).toBeGreaterThan(15_000);
  });
});

describe("integratedRelief", () => {
  it("agrees with a fine Simpson rule", () => {
    for (const p of [
      [0.8, 4, 105, 60],
      [0.6, 10, 30, 80],
      [0.3, 1, 20, 5],
    ]) {
      for (const horizon of [1, 30, 180, 1000]) {
        // 200,000 panels: the steepest of these falls within a day.
        const fine = simpson((t) => plateau.relief(t, p), 0, horizon, 200_000);
        expectRelative([integral(horizon, ...p)], [fine], 1e-9);
      }
    }
  });

  it("goes to R [(D/ln 81) ln(1 + 81^(T50/D)) − h/ln 2] where onset is over long before the wear-off", () => {
    const [R, h, T50, D] = [0.8, 2, 200, 60];
    const closed = R * ((D / Math.log(81)) * Math.log1p(81 ** (T50 / D)) - h / Math.LN2);
    expectRelative([integral(2000, R, h, T50, D)], [closed], 1e-6);
  });

  it("is 0 without relief", () => {
    expect(integral(180, 0, 4, 105, 60)).toBe(0);
  });

  it("does not exist where the curve has no finite value", () => {
    expect(
      integratedRelief(plateau, slope, [0.8, 4, Infinity, Infinity], 180, new Float64Array(4)),
    ).toBeNull();
  });
});
