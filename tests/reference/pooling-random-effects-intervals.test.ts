import { describe, expect, it } from "vitest";
import { weightedChiSquaredCdf } from "../../src/math/distributions/weighted-chi-squared.ts";
import {
  bootstrapPrediction,
  dersimonianLaird,
  generalizedQ,
  generalizedQByStandardError,
  generalizedQByVariance,
  generalizedQInverseStandardError,
  hartungKnapp,
  hartungKnappFloored,
  hartungKnappMinusTwoPrediction,
  hartungKnappPrediction,
  henmiCopas,
  kenwardRoger,
  type MeanInterval,
  normalInterval,
  normalPrediction,
  type PoolEstimatesOptions,
  studentTMinusTwoPrediction,
  studentTPrediction,
} from "../../src/pooling/index.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { estimators, fixedTauSquared, limitsOf, poolEntry, rowOf } from "../helpers/pools.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

/** Entries as rows of `it.each`. */
const table = (file: string, pattern: RegExp) =>
  referenceEntries(file, pattern).map((entry) => [entry.id, entry] as const);

/** Where R’s uniroot stops by default: the fourth root of its rounding unit. */
const R_TOLERANCE = Number.EPSILON ** 0.25;

describe("Henmi–Copas", () => {
  it.each(table("pooling-random-effects.json", /^hc\./))("%s: mpmath's limits", (_, entry) => {
    const result = poolEntry(entry, { interval: henmiCopas, level: entry.inputs.level });
    expectRelative(limitsOf(result, "mean"), entry.outputs.limits, 1e-8);
  });

  it.each(table("pooling.json", /^hc\./))(
    "%s: metafor's limits, to the tolerance of its root",
    (_, entry) => {
      const { beta, se, ci_lb, ci_ub, tau2 } = entry.outputs;
      const result = poolEntry(entry, { interval: henmiCopas, tauSquared: dersimonianLaird });
      const { estimate, standardError } = rowOf(result, "mean");
      expectRelative(
        [estimate!, standardError!, rowOf(result, "tauSquared").estimate!],
        [beta, se, tau2],
        1e-8,
      );
      // Its root is that of the pivot, which is multiplied by √(1 + τ² w₂) and the standard error.
      const w = entry.inputs.vi.map((v: number) => 1 / v);
      const sum = (power: number): number => w.reduce((total: number, x: number) => total + x ** power, 0);
      const slope = Math.sqrt(1 + (tau2 * sum(2)) / sum(1)) * se;
      expectAbsolute(limitsOf(result, "mean"), [ci_lb, ci_ub], R_TOLERANCE * slope);
    },
  );
});

describe("generalised Q", () => {
  const ways = {
    invvar: {
      tauSquared: generalizedQ({ name: "q", label: "Q", weightOf: (v) => 1 / v }),
      tauSquaredInterval: generalizedQByVariance,
    },
    invse: {
      tauSquared: generalizedQInverseStandardError,
      tauSquaredInterval: generalizedQByStandardError,
    },
  };

  it.each(table("pooling-random-effects.json", /^genq\./))("%s: limits by Ruben's series", (_, entry) => {
    const result = poolEntry(entry, ways[entry.inputs.weights as keyof typeof ways]);
    // The series is summed in double precision; a limit is as exact as its probability over the slope.
    expectRelative(limitsOf(result, "tauSquared"), entry.outputs.limits, 1e-8);
  });

  it.each(table("pooling.json", /^confint\..*\.GENQ/))(
    "%s: metafor's estimates, and its limits to the tolerance of its roots",
    (id, entry) => {
      const result = poolEntry(entry, ways[id.split(".").at(-1) as keyof typeof ways]);
      const { tau2, I2 } = entry.outputs;
      expectRelative([rowOf(result, "tauSquared").estimate!], [tau2[0]], 1e-8);
      expectRelative([100 * rowOf(result, "iSquared").estimate!], [I2[0]], 1e-8);
      expectAbsolute(limitsOf(result, "tauSquared"), tau2.slice(1), R_TOLERANCE);
    },
  );
});

describe("the law of a quadratic form", () => {
  it.each(table("pooling-random-effects.json", /^law\./))("%s: Ruben's series", (_, { inputs, outputs }) => {
    const found = inputs.x.map((x: number) => weightedChiSquaredCdf(x, inputs.weights));
    expectAbsolute(found, outputs.cdf, 1e-12);
  });
});

/** Limits at a τ² a little lower and a little higher than the estimate. */
function around(
  entry: ReferenceEntry,
  name: string,
  step: number,
  options: PoolEstimatesOptions,
  parameter: string,
) {
  const exact = rowOf(poolEntry(entry, { tauSquared: estimators[name]! }), "tauSquared").estimate!;
  return [Math.max(0, exact - step), exact, exact + step].map((tauSquared) =>
    limitsOf(poolEntry(entry, { ...options, tauSquared: fixedTauSquared(tauSquared) }), parameter),
  );
}

/** Fails unless each limit lies where τ², known to a step only, may put it. */
function expectWithin(found: number[][], expected: number[]): void {
  expected.forEach((value, i) => {
    const ends = found.map((limits) => limits[i]!);
    const rounding = 1e-8 * Math.abs(value);
    expect(value).toBeGreaterThanOrEqual(Math.min(...ends) - rounding);
    expect(value).toBeLessThanOrEqual(Math.max(...ends) + rounding);
  });
}

/** meta stops REML where τ² changes by less than this. */
const REML_STEP = 1e-5;

describe("meta", () => {
  const predictions = {
    V: studentTPrediction,
    HTS: studentTMinusTwoPrediction,
    HK: hartungKnappPrediction,
    "HK-PR": hartungKnappMinusTwoPrediction,
    S: normalPrediction,
  };
  const cells = table("pooling.json", /^meta\./).flatMap(([id, entry]) =>
    ["DL", "REML"].flatMap((estimator) =>
      Object.entries(predictions).map(
        ([name, prediction]) => [id, estimator, name, prediction, entry] as const,
      ),
    ),
  );

  it.each(cells)("%s: prediction by %s and %s", (_, estimator, name, prediction, entry) => {
    const [lower, upper] = entry.outputs[`${estimator}_${name}`];
    if (lower === null) {
      const row = rowOf(poolEntry(entry, { prediction, tauSquared: estimators[estimator]! }), "prediction");
      expect([row.lower, row.upper, row.bound]).toEqual([null, null, "open"]);
      return;
    }
    const step = estimator === "REML" ? REML_STEP : 0;
    expectWithin(around(entry, estimator, step, { prediction }, "prediction"), [lower, upper]);
  });

  it.each(table("pooling.json", /^meta\./))("%s: Kenward–Roger with its degrees of freedom", (_, entry) => {
    const [lower, upper, degrees] = entry.outputs.KR;
    expectWithin(around(entry, "REML", REML_STEP, { interval: kenwardRoger }, "mean"), [lower, upper]);
    // 1e-5 in τ² moves them by as little.
    expectRelative([poolEntry(entry, { interval: kenwardRoger }).test!.degreesOfFreedom!], [degrees], 1e-5);
  });

  it.each(table("pooling.json", /^meta\./))("%s: Hartung–Knapp with and without a floor", (_, entry) => {
    // meta's Paule–Mandel root is uniroot's, to its default tolerance.
    const by = (interval: MeanInterval) => around(entry, "PM", R_TOLERANCE, { interval }, "mean");
    const { outputs } = entry;
    expectWithin(by(hartungKnapp), outputs.PM_HK_adhoc_);
    expectWithin(by(hartungKnappFloored), outputs.PM_HK_adhoc_se);
    // Its two rules that replace an interval narrower than the normal one.
    const [plain, normal] = [by(hartungKnapp)[1]!, by(normalInterval)[1]!];
    const narrow = plain[1]! - plain[0]! < normal[1]! - normal[0]!;
    expectWithin(narrow ? by(normalInterval) : by(hartungKnapp), outputs.PM_HK_adhoc_ci);
    expectWithin(narrow ? by(hartungKnappFloored) : by(hartungKnapp), outputs.PM_HK_adhoc_IQWiG6);
  });
});

describe("pimeta", () => {
  const draws = 2 ** 15;
  const theirs = 25_000;

  it.each(table("pooling.json", /^pimeta\.boot\.(?!normand)/))(
    "%s: within four Monte-Carlo errors",
    (_, entry) => {
      const at = (level: number) =>
        limitsOf(poolEntry(entry, { prediction: bootstrapPrediction({ draws }), level }), "prediction");
      const [limits, inner, outer] = [at(0.95), at(0.946), at(0.954)];
      entry.outputs.pi.forEach((expected: number, i: number) => {
        const density = 0.004 / Math.abs(outer[i]! - inner[i]!);
        const error = Math.sqrt((0.025 * 0.975) / theirs) / density;
        expect(Math.abs(limits[i]! - expected)).toBeLessThan(4 * error);
      });
    },
  );

  it("gives closed limits where pimeta, which seeks τ² below 1000 only, has none", () => {
    const [[, entry]] = table("pooling.json", /^pimeta\.boot\.normand/) as [[string, ReferenceEntry]];
    expect(entry.outputs.pi[1]).toBeNull();
    const [lower, upper] = limitsOf(poolEntry(entry, { prediction: bootstrapPrediction() }), "prediction");
    expect(lower).toBeLessThan(entry.outputs.pi[0]);
    expect(upper).toBeGreaterThan(20);
  });
});
