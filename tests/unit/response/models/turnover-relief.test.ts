import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integrate } from "../../../../src/math/quadrature/integrate.ts";
import { fallingLogistic, LOG_81 } from "../../../../src/response/models/logistic-wear-off.ts";
import { type TurnoverSetting, turnoverRelief } from "../../../../src/response/models/turnover-relief.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";

const seed = 20040601;
const between = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const anyTime = between(0.01, 1000);
const anySetting: fc.Arbitrary<TurnoverSetting> = fc.record({
  loss: fc.oneof(fc.constant(0), fc.double({ min: -0.95, max: 0, noNaN: true }), between(0.01, 1e4)),
  halfTime: between(0.05, 500),
  T50: between(1, 1000),
  duration: between(1, 1000),
});

const action = (t: number, { T50, duration }: TurnoverSetting) =>
  fallingLogistic((LOG_81 * (t - T50)) / duration);

/** Adaptive quadrature of the same integral, split at every length that matters. */
function bySplitting(t: number, setting: TurnoverSetting): number {
  const { loss, halfTime, T50, duration } = setting;
  const [a, k] = [Math.LN2 / halfTime, LOG_81 / duration];
  const bend = (s: number): number =>
    Math.max(k * (s - T50), 0) + Math.log1p(Math.exp(-Math.abs(k * (s - T50))));
  const splits: number[] = [];
  for (let length = 0.1 * Math.min(1 / k, 1 / (a * (1 + Math.abs(loss)))); length < 2000; length *= 1.5) {
    splits.push(length, t - T50 + length, t - T50 - length);
  }
  const integrand = (age: number): number => {
    const s = t - age;
    return a * action(s, setting) * Math.exp(-a * (age + loss * (age - (bend(t) - bend(s)) / k)));
  };
  return integrate(integrand, 0, t, { splitAt: splits, relativeTolerance: 1e-13 }).value;
}

describe("turnoverRelief", () => {
  it("is the integral that adaptive quadrature finds", () => {
    fc.assert(
      fc.property(anyTime, anySetting, (t, setting) => {
        const { loss, halfTime, duration } = setting;
        // `bend` rounds at its last bit, which the rates multiply; both sums round to 1e-13 of the steady state.
        const rounding = 2e-16 * ((Math.abs(loss) * duration) / halfTime);
        const tolerance = (1e-13 + rounding) / (1 + loss);
        const message = JSON.stringify({ t, ...setting });
        expectAbsolute([turnoverRelief(t, setting)], [bySplitting(t, setting)], tolerance, message);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("solves its differential equation", () => {
    const out = new Float64Array(5);
    fc.assert(
      fc.property(anyTime, anySetting, (t, setting) => {
        const { loss, halfTime } = setting;
        const [a, s] = [Math.LN2 / halfTime, action(t, setting)];
        const q = turnoverRelief(t, setting, out);
        expectAbsolute(
          [out[4]!],
          [a * s - a * (1 + loss * s) * q],
          1e-11 * (1 + a),
          JSON.stringify({ t, ...setting }),
        );
      }),
      { seed, numRuns: 300 },
    );
  });

  it("does not depend on the unit of time", () => {
    const out = new Float64Array(5);
    fc.assert(
      fc.property(anyTime, anySetting, between(0.01, 100), (t, setting, unit) => {
        const { halfTime, T50, duration } = setting;
        const scaled = { ...setting, halfTime: unit * halfTime, T50: unit * T50, duration: unit * duration };
        const q = turnoverRelief(t, setting, out);
        expectRelative([turnoverRelief(unit * t, scaled)], [q], 1e-11);
        expectAbsolute([out[1]! + out[2]! + out[3]! + out[4]! * t], [0], 1e-9 / (1 + setting.loss));
      }),
      { seed, numRuns: 200 },
    );
  });

  it("settles at 1/(1 + loss) under a lasting action, and follows a slow one from day to day", () => {
    for (const loss of [-0.5, 0, 4, 1e6]) {
      expectRelative(
        [turnoverRelief(500, { loss, halfTime: 4, T50: 1e5, duration: 60 })],
        [1 / (1 + loss)],
        1e-14,
      );
      for (const t of [50, 105, 200]) {
        const setting = { loss, halfTime: 1e-12, T50: 105, duration: 60 };
        const s = action(t, setting);
        expectRelative([turnoverRelief(t, setting)], [s / (1 + loss * s)], 1e-12);
      }
    }
  });

  it("fades by its own half-time once the action is over, and has not begun in the first instant", () => {
    const over = { loss: 0, halfTime: 40, T50: 30, duration: 2 };
    expectRelative([turnoverRelief(190, over)], [turnoverRelief(150, over) / 2], 1e-13);
    expect(turnoverRelief(1e-300, over)).toBeCloseTo(1e-300 * (Math.LN2 / 40), 310);
    expect(turnoverRelief(1e300, over)).toBe(0);
  });

  it("gives zero, not NaN, for a turnover that takes for ever, and the steady state for one that takes no time", () => {
    const out = new Float64Array(5);
    expect(turnoverRelief(100, { loss: 4, halfTime: 1e300, T50: 105, duration: 60 }, out)).toBeLessThan(
      1e-290,
    );
    expect(out.every(Number.isFinite)).toBe(true);
    const sudden = { loss: 4, halfTime: 1e-50, T50: 105, duration: 1e-6 };
    expectRelative([turnoverRelief(104, sudden, out), turnoverRelief(106, sudden)], [0.2, 0], 1e-13);
    expect(out.every(Number.isFinite)).toBe(true);
  });
});
