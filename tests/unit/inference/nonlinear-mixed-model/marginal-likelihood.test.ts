import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { profile } from "../../../../src/inference/index.ts";
import { groupIntegrand } from "../../../../src/inference/nonlinear-mixed-model/group-integrand.ts";
import {
  adaptiveQuadrature,
  fitMixedCurve,
  iteratedLaplace,
  laplace,
  lindstromBates,
  marginalMaximum,
} from "../../../../src/inference/nonlinear-mixed-model/index.ts";
import { marginalLikelihood } from "../../../../src/inference/nonlinear-mixed-model/marginal-likelihood.ts";
import { normalErrors } from "../../../../src/inference/nonlinear-mixed-model/mixed-curve.ts";

// A level and a decay that vary between groups, both spreads by their logarithms, and a shared scatter.
const decay = {
  value: (x: number, [level, logRate]: Float64Array) => level! * Math.exp(-x * Math.exp(logRate!)),
};
const own = [
  {
    parameters: [{ index: 0, factor: 1 }],
    effects: [{ effect: 0, spread: { parameter: 2, link: "log" as const } }],
  },
  {
    parameters: [{ index: 1, factor: 1 }],
    effects: [{ effect: 1, spread: { parameter: 3, link: "log" as const } }],
  },
  { parameters: [{ index: 4, factor: 1 }], effects: [] },
];
const rows = [
  { group: "a", x: [0, 1, 2, 4], y: [9, 6, 4, 2] },
  { group: "b", x: [0, 1, 3], y: [7, 5, 1] },
  { group: "c", x: [0.5], y: [8] },
];
const groups = rows.map((row) => ({
  ...groupIntegrand(own, 5, 2, normalErrors(decay, row, 2)),
  numericEffect: 1,
}));
const theta = Float64Array.of(8, -0.8, 0.2, -0.9, -0.3);

describe("a likelihood with the random effects integrated out", () => {
  it.each([laplace, iteratedLaplace, adaptiveQuadrature(1), adaptiveQuadrature(4)])(
    "has the slopes that differences of its values show by $name",
    (approximation) => {
      const { objective } = marginalLikelihood(groups, approximation);
      const gradient = new Float64Array(5);
      objective(theta, gradient);
      for (let k = 0; k < 5; k++) {
        const at = (step: number): number => objective(theta.map((v, i) => (i === k ? v + step : v)));
        const difference = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
        expect(Math.abs(gradient[k]! - difference)).toBeLessThan(3e-5 * (1 + Math.abs(difference)));
      }
    },
  );
  it("is the same by quadrature with one point and by Laplace's approximation", () => {
    const values = [laplace, adaptiveQuadrature(1)].map((one) =>
      marginalLikelihood(groups, one).objective(theta),
    );
    expect(values[0]).toBeCloseTo(values[1]!, 8);
  });
  it("comes to one value by quadrature with more points and, nearly, by iterated Laplace", () => {
    const [few, many, iterated] = [adaptiveQuadrature(11), adaptiveQuadrature(25), iteratedLaplace].map(
      (one) => marginalLikelihood(groups, one).objective(theta),
    );
    expect(Math.abs(few! - many!)).toBeLessThan(1e-3);
    expect(Math.abs(iterated! - many!)).toBeLessThan(0.02);
  });
  it("is the plain likelihood where the spreads are next to nothing", () => {
    const none = Float64Array.of(8, -0.8, -40, -40, -0.3);
    const plain = rows.reduce(
      (sum, row) => sum + normalErrors(decay, row, 2)(Float64Array.of(8, -0.8, -0.3)),
      0,
    );
    for (const one of [laplace, adaptiveQuadrature(5)])
      expect(marginalLikelihood(groups, one).objective(none)).toBeCloseTo(plain, 6);
  });
  it("refuses more effects than a grid can take", () => {
    const many = [{ ...groups[0]!, nEffects: 4 }];
    expect(() => marginalLikelihood(many, adaptiveQuadrature(5))).toThrow("at most 3 effects a group, got 4");
  });
  it("refuses a number of points that makes no grid", () => {
    expect(() => adaptiveQuadrature(0)).toThrow(RangeError);
    expect(() => adaptiveQuadrature(2.5)).toThrow("got 2.5");
  });
});

describe("a curve with random effects", () => {
  const line = { value: (x: number, [a, b]: Float64Array) => a! + b! * x };
  const lines = [1, 2.5, 4].map((a, i) => ({
    group: `${i}`,
    x: [0, 1, 2],
    y: [a, a + 1.1, a + 1.9 - 0.1 * i],
  }));
  it("has one answer by every method where it is linear in all parameters", () => {
    const options = { start: [0, 0], random: [0] };
    const [a, b, c] = [
      marginalMaximum(laplace),
      marginalMaximum(adaptiveQuadrature(3)),
      lindstromBates(),
    ].map((method) => fitMixedCurve(line, lines, { ...options, method }));
    for (const other of [b!, c!]) {
      expect(other.logLikelihood).toBeCloseTo(a!.logLikelihood, 6);
      other.fixed.forEach((value, k) => {
        expect(value).toBeCloseTo(a!.fixed[k]!, 5);
      });
    }
  });
  it("is the same whether a curve tells its value and its slopes at once or in turn", () => {
    const gradient = (x: number, _: Float64Array, out: Float64Array): void => out.set([1, x]);
    const valueAndGradient = (x: number, at: Float64Array, out: Float64Array): number => {
      gradient(x, at, out);
      return line.value(x, at);
    };
    const options = { start: [0, 0], random: [0] };
    const [inTurn, atOnce] = [
      { ...line, gradient },
      { ...line, gradient, valueAndGradient },
    ].map((curve) => fitMixedCurve(curve, lines, options));
    expect(atOnce).toEqual(inTurn);
  });
  it("finds no spread between groups that do not differ", () => {
    const same = ["a", "b", "c"].map((group) => ({ group, x: [0, 1, 2, 3], y: [1, 2.2, 2.9, 4.1] }));
    const fit = fitMixedCurve(line, same, { start: [0, 0], random: [0] });
    expect(Math.sqrt(fit.effectsCovariance[0]![0]!)).toBeLessThan(1e-3);
    expect(fit.fixed[1]).toBeCloseTo(1, 1);
  });
  it("gives profile limits around the estimates", () => {
    const fit = fitMixedCurve(line, lines, {
      start: [0, 0],
      random: [0],
      method: marginalMaximum(laplace, { interval: profile }),
    });
    fit.limits!.forEach(({ lower, upper }, k) => {
      expect(lower!).toBeLessThan(fit.fixed[k]!);
      expect(upper!).toBeGreaterThan(fit.fixed[k]!);
    });
  });
  it("refuses one group, too few observations and a parameter that is not there", () => {
    const fitted = (some: typeof lines, random = [0]) => fitMixedCurve(line, some, { start: [0, 0], random });
    expect(() => fitted(lines.slice(0, 1))).toThrow(EstimationError);
    expect(() => fitted(lines.slice(0, 1))).toThrow("needs at least 2 groups, got 1");
    const short = lines.slice(0, 2).map(({ group }) => ({ group, x: [0], y: [1] }));
    expect(() => fitted(short)).toThrow("needs at least 4 observations, got 2");
    expect(() => fitted(lines, [2])).toThrow("random must name parameters from 0 to 1, got [2]");
  });
  it("refuses observations through which one curve passes", () => {
    const exact = ["a", "b"].map((group) => ({ group, x: [0, 1, 2], y: [0, 1, 2] }));
    expect(() => fitMixedCurve(line, exact, { start: [0, 0], random: [0] })).toThrow(
      "one curve passes through",
    );
  });
});
