import { describe, expect, it } from "vitest";
import { curveProblem } from "../../src/inference/curve-problem.ts";
import { profile } from "../../src/inference/profile/profile.ts";
import { type Curve, type CurveObservations, fitCurve } from "../../src/math/optimize/fit-curve.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { referenceEntries } from "../helpers/reference.ts";

interface Case {
  curve: Curve<number>;
  start(x: number[], y: number[]): number[];
}

/** Intercept and slope by least squares. */
function line(x: number[], y: number[]): [intercept: number, slope: number] {
  const mean = (v: number[]): number => v.reduce((sum, u) => sum + u, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const slope = mean(x.map((v, i) => (v - mx) * (y[i]! - my))) / mean(x.map((v) => (v - mx) ** 2));
  return [my - slope * mx, slope];
}

const logistic: Case = {
  curve: {
    value: (x, [top, middle, scale]) => top! / (1 + Math.exp((middle! - x) / scale!)),
    gradient(x, [top, middle, scale], out) {
      const z = (x - middle!) / scale!;
      const share = 1 / (1 + Math.exp(-z));
      const slope = (top! * share) / (1 + Math.exp(z)) / scale!;
      out.set([share, -slope, -slope * z]);
    },
  },
  /** A line through the logits of y below 1.05 times its largest. */
  start(x, y) {
    const top = 1.05 * Math.max(...y);
    const [intercept, slope] = line(
      x,
      y.map((v) => Math.log(v / (top - v))),
    );
    return [top, -intercept / slope, 1 / slope];
  },
};

const biexponential: Case = {
  curve: {
    value: (x, [a1, k1, a2, k2]) => a1! * Math.exp(-Math.exp(k1!) * x) + a2! * Math.exp(-Math.exp(k2!) * x),
    gradient(x, p, out) {
      for (const k of [0, 2]) {
        const rate = Math.exp(p[k + 1]!);
        out[k] = Math.exp(-rate * x);
        out[k + 1] = -p[k]! * rate * x * out[k]!;
      }
    },
  },
  /** Peeling: a line through the logs of the later half, then one through the logs of what it leaves of the earlier. */
  start(x, y) {
    const half = Math.floor(x.length / 2);
    const [late, slow] = line(x.slice(half), y.slice(half).map(Math.log));
    const rest = x
      .slice(0, half)
      .map((v, i) => [v, y[i]! - Math.exp(late + slow * v)] as const)
      .filter(([, left]) => left > 0);
    const [early, fast] = line(
      rest.map(([v]) => v),
      rest.map(([, left]) => Math.log(left)),
    );
    return [Math.exp(early), Math.log(-fast), Math.exp(late), Math.log(-slow)];
  },
};

const cases: Record<string, Case> = {
  "Asym/(1+exp((xmid-x)/scal))": logistic,
  "A1*exp(-exp(lrc1)*x)+A2*exp(-exp(lrc2)*x)": biexponential,
};

const entries = referenceEntries("nls-profiles.json", /./);

/** The fit of an entry and its profile intervals. */
function solve(inputs: { model: string; x: number[]; y: number[] }) {
  const { curve, start } = cases[inputs.model]!;
  const observations: CurveObservations<number> = { x: inputs.x, y: inputs.y };
  const fit = fitCurve(curve, observations, start(inputs.x, inputs.y));
  const problem = curveProblem(curve, observations, fit);
  return { fit, problem, rows: profile.estimate(problem, problem.parameters).intervals };
}

describe.each(entries.map((entry) => [entry.id, entry] as const))("%s", (_, { inputs, outputs }) => {
  const { fit, problem, rows } = solve(inputs);

  it("has R's fit, the faster component first", () => {
    // Gauss-Newton on R's side has gone on until nothing changes, ours ends at 1e-8 standard errors.
    expectRelative(fit.parameters, outputs.estimates, 1e-8);
    expectRelative(fit.standardErrors as number[], outputs.standardErrors, 1e-8);
    expectRelative([fit.residualSumOfSquares!], [outputs.residualSumOfSquares], 1e-12);
    expectRelative([2 * problem.drop], [outputs.deviance], 1e-10);
    if (inputs.parameters.includes("lrc1")) expect(fit.parameters[1]).toBeGreaterThan(fit.parameters[3]!);
  });

  it("names every open side, and has the roots of the profiled deviance on the others", () => {
    const limits: (number | null)[] = rows.flatMap(({ lower, upper }) => [lower, upper]);
    const expected: (number | null)[] = outputs.limits.flat();
    const open = (side: number | null): boolean => side === null;
    expect(limits.map(open)).toEqual(expected.map(open));
    expect(rows.map(({ bound }) => bound)).toEqual(
      outputs.limits.map(([lower, upper]: (number | null)[]) => {
        if (open(lower!)) return open(upper!) ? "open" : "open-lower";
        return open(upper!) ? "open-upper" : "closed";
      }),
    );
    const closed = expected.flatMap((side, i) => (side === null ? [] : [i]));
    expectRelative(
      closed.map((i) => limits[i]!),
      closed.map((i) => expected[i]!),
      // Where another parameter runs off to infinity, both searches end when the deviance has settled to some 1e-8.
      1e-7,
    );
  });

  it("is where R's own confint is, if that has an answer", () => {
    if (outputs.confint === null) {
      expect(outputs.confintError).toMatch(/singular gradient|iterations exceeded|step factor/);
      return;
    }
    // confint goes through a spline of the profile: three digits.
    expectRelative(
      rows.flatMap(({ lower, upper }) => [lower!, upper!]),
      outputs.confint.flat(),
      2e-3,
    );
  });
});

describe("R's own profiles", () => {
  it("have no answer for nine of these twelve curves; ours name four sides open below and four above", () => {
    const failed = entries.filter(({ outputs }) => outputs.confint === null).map(({ id }) => id);
    expect(failed).toEqual([
      "orange_1",
      "orange_3",
      "orange_5",
      "chick_1",
      ...[1, 2, 3, 4, 5].map((subject) => `indometh_${subject}`),
    ]);
    const bounds = entries.flatMap(({ inputs }) => solve(inputs).rows.map(({ bound }) => bound));
    expect(bounds.filter((bound) => bound === "open-lower").length).toBe(4);
    expect(bounds.filter((bound) => bound === "open-upper").length).toBe(4);
    expect(bounds).not.toContain("open");
  });
});
