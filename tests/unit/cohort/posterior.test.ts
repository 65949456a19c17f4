import { describe, expect, it } from "vitest";
import { drawCohortChain, fitCohort, hamiltonian } from "../../../src/cohort/index.ts";
import { prepareCohort } from "../../../src/cohort/prepared-cohort.ts";
import { targetOf } from "../../../src/cohort/sampling/draw-cohort-chain.ts";
import { divergences } from "../../../src/inference/hamiltonian/diagnostics/index.ts";
import { wald } from "../../../src/inference/index.ts";
import { cohortResultSchema } from "../../../src/schema/cohort-result.ts";
import type { CohortSummary } from "../../../src/schema/cohort-summary.ts";
import type { Patient } from "../../../src/schema/patient.ts";
import { patientOf } from "../../helpers/patients.ts";

const person = (patient: string, scores: number[], days = [0, 14, 60, 120]): Patient => ({
  ...patientOf(days, scores),
  patient,
});
const patients = [person("a", [9, 3, 4, 8]), person("n", [8, 8, 8, 8]), person("s", [3], [14])];
const quick = hamiltonian({ chains: 2, warmup: 300, draws: 200 });
const five: CohortSummary = {
  source: "five patients",
  n: 5,
  meanRelief: { value: 0.734, step: 0.001, fromDay: 2, toDay: 14 },
  duration: { minimum: 61, maximum: 183, step: 30.4 },
};

describe("the full posterior of a cohort", () => {
  it.each([
    ["scores alone", []],
    ["a summary besides", [five]],
    [
      "a ratio of means besides",
      [
        {
          ...five,
          meanRelief: { ...five.meanRelief!, estimand: "ratio-of-means", meanBefore: 7, sdBefore: 4 },
        },
      ],
    ],
  ] as [string, CohortSummary[]][])(
    "has the slopes that differences of its density show: %s",
    (_, summaries) => {
      const target = targetOf(prepareCohort(patients, { approximation: quick, summaries }));
      const x = Float64Array.from({ length: target.dimension }, (_, i) => 0.4 * Math.sin(3 * i + 1));
      const gradient = new Float64Array(x.length);
      const unused = new Float64Array(x.length);
      target.logDensityAndGradient(x, gradient);
      x.forEach((_, k) => {
        const at = (step: number): number =>
          target.logDensityAndGradient(
            x.map((v, i) => (i === k ? v + step : v)),
            unused,
          );
        const difference = (at(1e-5) - at(-1e-5)) / 2e-5;
        expect(Math.abs(gradient[k]! - difference)).toBeLessThan(1e-6 * (1 + Math.abs(difference)));
      });
    },
  );
  it("draws two who respond beside a summary without divergences, for four seeds", {
    timeout: 120_000,
  }, () => {
    const two = [person("a", [9, 3, 4, 8]), person("b", [8, 4, 5, 7])];
    const sampler = hamiltonian({ chains: 1, warmup: 400, draws: 500 });
    const nDivergent = [1, 2, 3, 4].map((seed) =>
      divergences(drawCohortChain(two, { approximation: sampler, summaries: [five], seed }, 0)),
    );
    expect(nDivergent).toEqual([0, 0, 0, 0]);
    const { provenance } = fitCohort(two, {
      approximation: hamiltonian({ chains: 1, warmup: 30, draws: 20 }),
      summaries: [five],
    });
    expect(provenance.options.targetAcceptance).toBe(0.98);
  });
  it("has an answer that its schema takes, with the errors of its draws", () => {
    const result = fitCohort(patients, { approximation: quick, summaries: [five] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(() => cohortResultSchema.parse(result)).not.toThrow();
    expect(result.sampling!.chains).toHaveLength(2);
    const relief = result.sampling!.quantities.find(({ quantity }) => quantity === "relief")!;
    expect(relief.rHat!).toBeLessThan(1.1);
    expect(relief.bulkEffectiveDraws!).toBeGreaterThan(50);
    expect(relief.meanError!).toBeGreaterThan(0);
    for (const row of result.estimates) {
      expect(row.lower!).toBeLessThanOrEqual(row.estimate!);
      expect(row.upper!).toBeGreaterThanOrEqual(row.estimate!);
    }
    expect(result.warnings.map(({ code }) => code)).not.toContain("undercovers");
  });
  it("is the same whether chains are drawn here or elsewhere, in any order", () => {
    const one = drawCohortChain(patients, { approximation: quick }, 1);
    const zero = drawCohortChain(patients, { approximation: quick }, 0);
    const drawn = hamiltonian({ chains: 2, warmup: 300, draws: 200, drawn: [zero, one] });
    expect(fitCohort(patients, { approximation: drawn })).toEqual(
      fitCohort(patients, { approximation: quick }),
    );
  });
  it("says in plain words where the chains have not mixed", () => {
    const short = hamiltonian({ chains: 2, warmup: 10, draws: 20 });
    const { warnings, fit } = fitCohort(patients, { approximation: short });
    expect(warnings.some(({ code }) => code === "chains-not-mixed" || code === "few-effective-draws")).toBe(
      true,
    );
    expect(fit.converged).toBe(false);
  });
  it("shows the densities of the spreads before and after the data, each with an area of 1", () => {
    for (const approximation of [quick, undefined]) {
      const { heterogeneity } = fitCohort(patients, {
        interval: wald,
        ...(approximation && { approximation }),
      });
      expect(heterogeneity.map(({ parameter }) => parameter)).toEqual(["spreadRelief", "spreadT50"]);
      for (const { points } of heterogeneity) {
        const width = points[1]!.value - points[0]!.value;
        const area = (of: "prior" | "posterior"): number =>
          points.reduce((sum, point, i) => sum + point[of] * width * (i === 0 ? 0.5 : 1), 0);
        expect(Math.abs(area("prior") - 1)).toBeLessThan(0.03);
        expect(Math.abs(area("posterior") - 1)).toBeLessThan(0.1);
      }
    }
  });
  it("tells how far each chain, the search and the limits are", () => {
    const seen = new Map<string, number>();
    const progress = (stage: string, done: number, total: number): void => {
      seen.set(stage, Math.max(seen.get(stage) ?? 0, done / total));
    };
    fitCohort(patients, { approximation: quick, progress });
    fitCohort(patients.slice(0, 2), { interval: wald, progress });
    expect(Object.fromEntries(seen)).toEqual({ "chain 1": 1, "chain 2": 1, search: 1, limits: 1 });
  });
  it("refuses numbers that make no chains, and chains of other patients", () => {
    expect(() => hamiltonian({ chains: 0 })).toThrow("chains of at least 1, got 0");
    expect(() => hamiltonian({ draws: 1.5 })).toThrow("draws of at least 1, got 1.5");
    expect(() => hamiltonian({ warmup: -1 })).toThrow("warmup of at least 0, got -1");
    expect(() => hamiltonian({ targetAcceptance: 1 })).toThrow("(0, 1), got 1");
    expect(() => hamiltonian({ drawn: [] })).toThrow("4 drawn chains, got 0");
    expect(() => drawCohortChain(patients, {}, 0)).toThrow('got "iterated-laplace"');
    expect(() => drawCohortChain(patients, { approximation: quick }, 2)).toThrow("from 0 to 1, got 2");
    const single = hamiltonian({ chains: 1, warmup: 20, draws: 5 });
    const chain = drawCohortChain(patients, { approximation: single }, 0);
    const drawn = hamiltonian({ chains: 1, drawn: [chain] });
    expect(() => fitCohort(patients.slice(0, 2), { approximation: drawn })).toThrow("coordinates");
  });
});
