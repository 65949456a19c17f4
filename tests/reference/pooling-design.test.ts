import { describe, expect, it } from "vitest";
import { effectData } from "../../src/inference/random-effects/effect-data.ts";
import { qTest } from "../../src/inference/random-effects/q-test.ts";
import { randomEffectsFit } from "../../src/inference/random-effects/random-effects-fit.ts";
import { hSquared, iSquared, typicalVariance } from "../../src/pooling/heterogeneity/variance-shares.ts";
import { generalizedQByVariance, hartungKnapp, henmiCopas, normalInterval } from "../../src/pooling/index.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { estimators } from "../helpers/pools.ts";
import { referenceEntries } from "../helpers/reference.ts";

/** A column of ones and one of the moderator. */
function designOf(x: number[]) {
  return { rows: x.length, columns: 2, values: Float64Array.from(x.flatMap((value) => [1, value])) };
}

const closed = new Set(["DL", "HE", "SJ"]);
const intervals = { z: normalInterval, knha: hartungKnapp };
const entries = referenceEntries("pooling.json", /^metareg\./).map((entry) => [entry.id, entry] as const);

describe("a mean that depends on a moderator", () => {
  it.each(entries)("%s: metafor's coefficients, τ² and heterogeneity", (_, { inputs, outputs }) => {
    const data = effectData(inputs.yi, inputs.vi, designOf(inputs.x));
    const fit = randomEffectsFit(data, estimators[inputs.method]!);
    const tolerance = closed.has(inputs.method) ? 1e-8 : 1e-6;
    const { tauSquared } = fit.tauSquared;
    const typical = typicalVariance(data);
    const { q, pValue } = qTest(data);
    expectRelative(
      [tauSquared, q, pValue, 100 * iSquared(tauSquared, typical), hSquared(tauSquared, typical)],
      [outputs.tau2, outputs.QE, outputs.QEp, outputs.I2, outputs.H2],
      tolerance,
    );
    const interval = intervals[inputs.test as keyof typeof intervals];
    const rows = [
      [1, 0],
      [0, 1],
    ].map((contrast) => interval.estimate(fit, 0.95, contrast));
    for (const [key, name] of [
      ["estimate", "b"],
      ["standardError", "se"],
      ["lower", "ci_lb"],
      ["upper", "ci_ub"],
    ] as const) {
      expectRelative(
        rows.map((row) => row[key]),
        outputs[name],
        tolerance,
        name,
      );
    }
  });

  it("has the generalised Q interval that Jackson et al. (2014, BMC Med Res Methodol 14:103) print for their first example", () => {
    const effects = [
      0.0267, 0.8242, 0.393, 2.4405, 2.1401, 1.2528, 2.4849, 0.3087, 1.4246, 0.1823, 1.1378, 1.2321, 2.0695,
      4.0237, 1.4383, 1.6021,
    ];
    const variances = [
      0.1285, 0.0315, 0.0931, 2.0967, 1.0539, 0.1602, 1.0235, 0.0218, 0.5277, 0.0556, 0.3304, 0.1721, 0.4901,
      2.02, 0.3399, 0.183,
    ];
    const data = effectData(effects, variances, designOf(effects.map((_, i) => (i < 10 ? 0 : 1))));
    const { lower, upper } = generalizedQByVariance.limits(data, 0.95);
    // Half a unit of the last digit printed.
    expectAbsolute([lower, upper], [0.0029, 0.6907], 0.00005);
  });

  it("has no Henmi–Copas interval", () => {
    const data = effectData([1, 2, 4], [1, 1, 1], designOf([0, 1, 2]));
    const fit = randomEffectsFit(data, estimators.DL!);
    expect(() => henmiCopas.estimate(fit, 0.95)).toThrow(/shared mean/);
  });

  it("cannot be fitted where the moderator does not vary, or there are as many columns as effects", () => {
    expect(() => estimators.REML!.estimate([1, 2, 4], [1, 1, 1], designOf([5, 5, 5]))).toThrow(
      "columns of the design must not depend on each other",
    );
    expect(() => estimators.REML!.estimate([1, 2], [1, 1], designOf([0, 1]))).toThrow(/at least 3 effects/);
  });
});
