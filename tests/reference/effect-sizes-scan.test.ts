import { describe, expect, it } from "vitest";
import {
  ird,
  nap,
  pand,
  pem,
  pnd,
  standardizedMeanDifference,
  tauBaselineCorrected,
  tauU,
} from "../../src/trial/effect-sizes/index.ts";
import { effectSizeEntries, expectNear } from "../helpers/effect-size-entries.ts";
import type { ReferenceEntry } from "../helpers/reference.ts";

const all = effectSizeEntries();
const scan = (pattern: RegExp): ReferenceEntry[] => all.filter(({ id }) => pattern.test(id));
const phases = ({ inputs: { A, B } }: ReferenceEntry): { baseline: number[]; treatment: number[] } => ({
  baseline: A,
  treatment: B,
});
const direction = ({ inputs }: ReferenceEntry): { improvement: "decrease" | "increase" } => ({
  improvement: inputs.decreasing ? "decrease" : "increase",
});
// Percentages of 15 digits.
const digits = 1e-12;

describe("effect sizes agree with scan", () => {
  it.each(scan(/^scan\.nap\./))("$id", (entry) => {
    const { estimate, details } = nap(phases(entry), direction(entry));
    expectNear(100 * estimate!, entry.outputs.NAP, digits, "NAP");
    const { pairs, positives, ties } = entry.outputs;
    expect(details).toMatchObject({ nPairs: pairs, nBetter: positives, nTied: ties });
  });

  it.each(scan(/^scan\.pnd\./))("$id", (entry) => {
    expectNear(100 * pnd(phases(entry), direction(entry)).estimate!, entry.outputs.PND, digits, "PND");
  });

  it.each(scan(/^scan\.pem\./))("$id", (entry) => {
    const { estimate, details } = pem(phases(entry), { ...direction(entry), ties: "none" });
    expectNear(100 * estimate!, entry.outputs.PEM, digits, "PEM");
    expect(details.nBetter).toBe(entry.outputs.positives);
    expectNear(details.signTestPValue as number, entry.outputs.binom_p, digits, "sign test");
  });

  it.each(scan(/^scan\.pand\..*minimum$/))("$id", (entry) => {
    expectNear(100 * pand(phases(entry), direction(entry)).estimate!, entry.outputs.pand, digits, "PAND");
  });

  // Sorted in the scores' own direction with the baseline first: against improvement where it is down, for it where up.
  it.each(scan(/^scan\.pand\..*sort$/))("$id", (entry) => {
    const ties = entry.inputs.decreasing ? "against" : "for";
    const { estimate, details } = pand(phases(entry), { ...direction(entry), overlap: "sorted", ties });
    expectNear(100 * estimate!, entry.outputs.pand, digits, "PAND");
    // scan prints phi without its sign.
    expectNear(Math.abs(details.phi as number), entry.outputs.phi, digits, "phi");
  });

  it.each(scan(/^scan\.ird\./))("$id", (entry) => {
    expectNear(ird(phases(entry), direction(entry)).estimate, entry.outputs.ird, digits, "IRD");
  });

  it.each(scan(/^scan\.smd\./))("$id", (entry) => {
    const smd = (options: object): number | null =>
      standardizedMeanDifference(phases(entry), {
        improvement: "increase",
        biasCorrection: false,
        ...options,
      }).estimate;
    expectNear(smd({}), entry.outputs["Glass' delta"], digits, "baseline");
    expectNear(smd({ standardizer: "pooled" }), entry.outputs["Hedges' g"], digits, "pooled");
    const corrected = smd({ standardizer: "pooled", biasCorrection: true });
    expectNear(corrected, entry.outputs["Hedges' g correction"], digits, "corrected");
  });

  it.each(scan(/^scan\.corrected_tau\./))("$id", (entry) => {
    const options = { improvement: "increase", trendTest: "normal" } as const;
    const [reported, never, always] = (["when-significant", "never", "always"] as const).map((correction) =>
      tauBaselineCorrected(phases(entry), { ...options, correction }),
    );
    const { outputs } = entry;
    expectNear(reported!.estimate, outputs.reported_tau, digits, "reported");
    expect(reported!.details.corrected).toBe(outputs.corrected);
    expectNear(never!.estimate, outputs.uncorrected_tau, digits, "uncorrected");
    expectNear(never!.details.pValue as number, outputs.uncorrected_p, digits, "uncorrected p");
    expectNear(always!.estimate, outputs.corrected_tau, digits, "corrected");
    expectNear(always!.details.pValue as number, outputs.corrected_p, digits, "corrected p");
    expectNear(reported!.details.trendTau as number, outputs.baseline_trend_tau, digits, "trend");
    expectNear(reported!.details.trendPValue as number, outputs.baseline_trend_p, digits, "trend p");
  });
});

const VARIANTS = {
  "A vs. B": "a-vs-b",
  "A vs. B - Trend A": "a-vs-b-minus-trend-a",
  "A vs. B + Trend B": "a-vs-b-plus-trend-b",
  "A vs. B + Trend B - Trend A": "a-vs-b-plus-trend-b-minus-trend-a",
} as const;
const DIVISORS = { parker: "parker", complete: "pairs", tarlow: "pairs" } as const;

describe("Tau-U agrees with scan, variant by variant", () => {
  it.each(scan(/^scan\.tau_u\./))("$id", (entry) => {
    const { method, tau_method } = entry.inputs;
    const divisor = tau_method === "b" ? "tau-b" : DIVISORS[method as keyof typeof DIVISORS];
    for (const [name, variant] of Object.entries(VARIANTS)) {
      const row = entry.outputs[name];
      // scan divides this one by mn less half the ties, which is neither τ-a nor τ-b.
      if (tau_method === "b" && variant === "a-vs-b") continue;
      const options = { improvement: "increase", variant, divisor, limits: "fisher" } as const;
      const { estimate, lower, upper, details } = tauU(phases(entry), options);
      expect(details.s, name).toBe(row.S);
      expectNear(details.dividedBy as number, row.D, digits, name);
      expectNear(estimate, row.Tau, digits, name);
      // `complete` with τ-a, and the first row but for `tarlow`, leave out the correction for ties.
      const corrected =
        tau_method === "b" || method === "tarlow" || (method === "parker" && variant !== "a-vs-b");
      if (corrected) expectNear(details.standardDeviationOfS as number, row.SD_S, digits, name);
      // At ±1 scan's limits collapse onto the estimate: there are none on Fisher's scale.
      const open = Math.abs(row.Tau) < 1;
      expectNear(lower, open ? row["CI lower"] : null, digits, name);
      expectNear(upper, open ? row["CI upper"] : null, digits, name);
    }
  });
});
