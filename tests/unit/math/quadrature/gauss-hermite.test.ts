import { describe, expect, it } from "vitest";
import { gaussHermite, gaussHermiteNormal } from "../../../../src/math/quadrature/gauss-hermite.ts";
import { expectAbsolute, expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { referenceEntries } from "../../../helpers/reference.ts";

const entries = referenceEntries("gauss-hermite.json", /^gauss_hermite_/);

describe("gaussHermite", () => {
  it.each(entries)("$id agrees with 60-digit nodes and weights", ({ inputs, outputs }) => {
    const rule = gaussHermite(inputs.n);
    for (const [i, ...texts] of outputs.rows) {
      const [node, weight, logWeight] = texts.map(Number);
      // A node's own rounding; √(2n + 1) of it where the node lies near 0.
      expectAbsolute([rule.nodes[i]!], [node!], 4e-16 * Math.max(Math.abs(node!), 0.5));
      // Rounding grows by about one step a term of the recurrence; e^(−x²) adds x² of it.
      expectAbsolute([rule.logWeights[i]!], [logWeight!], 1e-15 * (10 + inputs.n));
      if (weight! > 1e-300)
        expect(relativeError(rule.weights[i]!, weight!)).toBeLessThan(1e-15 * (10 + inputs.n));
    }
  });

  it("has nodes in ascending order, mirrored, for every n", () => {
    for (let n = 1; n <= 200; n++) {
      const { nodes, logWeights } = gaussHermite(n);
      for (let i = 0; i < n; i++) {
        if (i > 0) expect(nodes[i]!).toBeGreaterThan(nodes[i - 1]!);
        expect(nodes[i]! + nodes[n - 1 - i]!).toBe(0);
        expect(logWeights[i]).toBe(logWeights[n - 1 - i]);
      }
    }
  });

  it("integrates the even powers up to degree 2n − 1 for every n", () => {
    for (const n of [1, 2, 3, 4, 7, 16, 33, 64, 150, 200]) {
      const { nodes, weights } = gaussHermite(n);
      let exact = Math.sqrt(Math.PI);
      for (let power = 0; power <= Math.min(2 * n - 1, 30); power += 2) {
        const value = weights.reduce((sum, w, i) => sum + w * nodes[i]! ** power, 0);
        expectRelative([value], [exact], 2e-13, `n ${n}, power ${power}`);
        exact *= (power + 1) / 2;
      }
    }
  });

  it("keeps the logarithms of the weights finite where the weights underflow", () => {
    const { weights, logWeights } = gaussHermite(500);
    expect(weights[0]).toBe(0);
    expect(logWeights[0]).toBeLessThan(-900);
    expect(logWeights.every(Number.isFinite)).toBe(true);
  });

  it.each([0, -1, 1.5, 501, Number.NaN, Infinity])("refuses %s points", (n) => {
    expect(() => gaussHermite(n)).toThrow(RangeError);
    expect(() => gaussHermiteNormal(n)).toThrow(RangeError);
  });
});

describe("gaussHermiteNormal", () => {
  it("has weights that add to 1 and the moments of a standard normal", () => {
    for (const n of [1, 2, 5, 20, 200]) {
      const { nodes, weights } = gaussHermiteNormal(n);
      const moment = (power: number): number =>
        weights.reduce((sum, w, i) => sum + w * nodes[i]! ** power, 0);
      expectAbsolute([moment(0)], [1], 1e-13);
      if (n > 1) expectAbsolute([moment(1), moment(2)], [0, 1], 1e-13);
      if (n > 2) expectAbsolute([moment(4)], [3], 1e-12);
    }
  });
});
