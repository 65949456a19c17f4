import { describe, expect, it } from "vitest";
import { normal } from "../../src/math/distributions/normal.ts";
import { findRoot } from "../../src/math/optimize/find-root.ts";
import { bridgeStaysWithin } from "../../src/relapse/nonparametric/survival-bands/bridge-supremum.ts";
import { equalPrecision } from "../../src/relapse/nonparametric/survival-bands/equal-precision.ts";
import { hallWellner } from "../../src/relapse/nonparametric/survival-bands/hall-wellner.ts";
import { standardizedBridgeStaysWithin } from "../../src/relapse/nonparametric/survival-bands/standardized-bridge-supremum.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { referenceEntries } from "../helpers/reference.ts";

// Made by relapse-nonparametric.R.
const tableOf = (band: string): { from: number[]; to: number[]; criticalValue: number[] } => {
  const entry = referenceEntries("relapse-nonparametric.json", new RegExp(`^table_${band}$`, "u"))[0]!;
  return { ...entry.inputs, ...entry.outputs };
};

/** The tail of the supremum that Nair's table is made from. */
function millerSiegmund(c: number, from: number, to: number): number {
  const density = normal.density(c);
  return (4 * density) / c + density * (c - 1 / c) * Math.log((to * (1 - from)) / (from * (1 - to)));
}

describe("critical values of simultaneous bands", () => {
  it("are those of Klein and Moeschberger's table for the Hall–Wellner band, to one unit of the last digit printed", () => {
    const { from, to, criticalValue } = tableOf("hall-wellner");
    expect(from.length).toBeGreaterThan(25);
    const found = from.map((start, i) => hallWellner.criticalValue(0.95, start, to[i]!));
    expectAbsolute(found, criticalValue, 1e-4);
  });

  it("reproduce the table for equal precision by the approximation behind it, which is within 0.013 of the exact value", () => {
    const { from, to, criticalValue } = tableOf("equal-precision");
    expect(from.length).toBeGreaterThan(20);
    const approximate = from.map(
      (start, i) => findRoot((c) => millerSiegmund(c, start, to[i]!) - 0.05, 1.5, 5)!,
    );
    expectAbsolute(approximate, criticalValue, 1e-4);
    const exact = from.map((start, i) => equalPrecision.criticalValue(0.95, start, to[i]!));
    expectAbsolute(exact, criticalValue, 0.013);
  });

  it.each(
    referenceEntries("relapse-nonparametric.json", /^stays_/).map((entry) => [entry.id, entry] as const),
  )("%s by finite differences", (_, { inputs, outputs }) => {
    const probability = standardizedBridgeStaysWithin(inputs.c, inputs.from, inputs.to);
    // The last change of R's extrapolation bounds its error.
    expectAbsolute([probability], [outputs.probability], 2 * outputs.change + 1e-9);
  });

  it("give Kolmogorov's distribution for the whole bridge", () => {
    // 1 − 2 Σ (−1)^(j−1) exp(−2j²k²)
    const kolmogorov = (k: number): number =>
      1 -
      2 *
        Array.from({ length: 50 }, (_, j) => (j % 2 ? -1 : 1) * Math.exp(-2 * (j + 1) ** 2 * k * k)).reduce(
          (sum, term) => sum + term,
        );
    for (const k of [0.6, 1, 1.3581, 2]) expectRelative([bridgeStaysWithin(k, 0, 1)], [kolmogorov(k)], 1e-13);
  });
});
