import { describe, expect, it } from "vitest";
import { adaptiveGaussHermite } from "../../src/math/quadrature/adaptive-gauss-hermite.ts";
import { gaussHermite } from "../../src/math/quadrature/gauss-hermite.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

// Made by gauss-hermite.R: nested adaptive integrals, and lme4's own adaptive Gauss–Hermite.
const entries = referenceEntries("gauss-hermite.glmer.json", /^cbpp_/);

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}

/** ln of one herd's binomial likelihood integrated over standard normal effects `factor` u. */
function herdIntegral({ inputs }: ReferenceEntry, herd: number, n: number): number {
  const factor: number[][] = inputs.factor;
  const rows: number[] = inputs.herd.flatMap((h: number, i: number) => (h === herd ? [i] : []));
  const d = factor.length;
  const negativeLog = (u: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    for (let k = 0; k < d; k++) {
      gradient[k] = u[k]!;
      value += 0.5 * u[k]! ** 2 + 0.5 * Math.log(2 * Math.PI);
    }
    for (const i of rows) {
      const [y, size, period] = [inputs.y[i], inputs.n[i], inputs.period[i]];
      const x = period - 2.5;
      const powers = [1, x, x * x];
      const loads = u.map((_, k) => factor.reduce((sum, row, j) => sum + row[k]! * powers[j]!, 0));
      const shift = loads.reduce((sum, load, k) => sum + load * u[k]!, 0);
      const linear = inputs.beta[0] + (period > 1 ? inputs.beta[period - 1] : 0) + shift;
      value -= logChoose(size, y) + y * linear - size * Math.log1p(Math.exp(linear));
      for (let k = 0; k < d; k++) gradient[k]! -= (y - size / (1 + Math.exp(-linear))) * loads[k]!;
    }
    return value;
  };
  return adaptiveGaussHermite(negativeLog, new Array(d).fill(0), gaussHermite(n)).logIntegral!;
}

describe("integrals over random effects agree with nested adaptive integration", () => {
  // Points a dimension, and what remains: R's nested tolerances are 1e-12, 1e-10 and 1e-7.
  it.each([
    { id: "cbpp_one_effect", n: 40, tolerance: 1e-10 },
    { id: "cbpp_two_effects", n: 30, tolerance: 1e-9 },
    { id: "cbpp_three_effects", n: 20, tolerance: 1e-7 },
  ])("$id with $n points", ({ id, n, tolerance }) => {
    const entry = entries.find((e) => e.id === id)!;
    const expected: number[] = entry.outputs.logIntegrals;
    expectAbsolute(
      expected.map((_, h) => herdIntegral(entry, h + 1, n)),
      expected,
      tolerance,
    );
  });

  it("and with glmer at its 25 points", () => {
    const entry = entries.find((e) => e.id === "cbpp_one_effect")!;
    let total = 0;
    for (let herd = 1; herd <= 15; herd++) total += herdIntegral(entry, herd, 25);
    // glmer's modes are found to its own tolerance, 1e-7.
    expect(Math.abs(total - entry.outputs.glmerLogLikelihood)).toBeLessThan(1e-6);
  });
});
