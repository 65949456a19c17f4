import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/math/random/random-stream.ts";
import type { Improvement } from "../../src/schema/index.ts";
import {
  ab,
  aba,
  abab,
  alternating,
  completelyRandomized,
  expectedLagOne,
  lagOneAutocorrelation,
  marascuiloBusk,
  meanDifference,
  phaseMeanDifference,
  randomizationTest,
  randomizedPairs,
  type TrialDesign,
  type TrialStatistic,
} from "../../src/trial/index.ts";
import { phasesOf, trialOf } from "../helpers/trials.ts";

// SCRT 1.3.1, scan 0.67.1 and base R (see the file's meta). Entries from GPL packages' data are read where they lie.
interface Entry {
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: each function has inputs of its own
  inputs: any;
  // biome-ignore lint/suspicious/noExplicitAny: and outputs
  outputs: any;
}

const own: Entry[] = JSON.parse(readFileSync(new URL("./single-case.json", import.meta.url), "utf8")).entries;
const folder =
  process.env.NOF1_REFERENCE ?? fileURLToPath(new URL("../../../shared/reference/borrowed", import.meta.url));
const file = `${folder}/single-case.json`;
const found = existsSync(file);
if (!found) console.log(`skipped: no reference folder (${folder})`);
const borrowed: Entry[] = found ? JSON.parse(readFileSync(file, "utf8")).entries : [];
const of = (prefix: string): [string, Entry][] =>
  [...own, ...borrowed].filter(({ id }) => id.startsWith(prefix)).map((entry) => [entry.id, entry]);

const treatments = ["A", "B"];
const half = (n: number): number[] => [n / 2, n / 2];
const designs: Record<string, (n: number, limit: number) => TrialDesign> = {
  AB: (nScores, minimumLength) => ab.design({ treatments, nScores, minimumLength }),
  ABA: (nScores, minimumLength) => aba.design({ treatments, nScores, minimumLength }),
  ABAB: (nScores, minimumLength) => abab.design({ treatments, nScores, minimumLength }),
  CRD: (n) => completelyRandomized.design({ treatments, nPeriods: half(n) }),
  RBD: (n) => randomizedPairs.design({ treatments, nPairs: n / 2 }),
  ATD: (n, runLimit) => alternating.design({ treatments, nPeriods: half(n), runLimit }),
};

/** The other package's statistic: A less B, one-sided, or its size. */
function asked(name: string): { statistic: TrialStatistic; sides: 1 | 2; improvement: Improvement } {
  return {
    statistic: name.includes("PA") ? phaseMeanDifference : meanDifference,
    sides: name.startsWith("|") ? 2 : 1,
    improvement: name.replace("Mean ", "").startsWith("B-A") ? "increase" : "decrease",
  };
}

describe("p-values of SCRT", () => {
  const entries = of("SCRT.").filter(([id]) => !id.startsWith("SCRT.quantity"));
  it("has them all", () => expect(entries).toHaveLength(19));

  it.each(entries)("%s", (_, { inputs, outputs }) => {
    const labels = inputs.labels.map((label: string) => label[0]);
    const design = designs[inputs.design]!(inputs.y.length, inputs.limit);
    const result = randomizationTest(trialOf(labels, inputs.y), { design, ...asked(inputs.statistic) });
    expect(result.nAssignments).toBe(outputs.n_assignments);
    expect(Math.abs(result.pValue - outputs.p)).toBeLessThan(1e-14);
  });
});

describe("sizes of assignment spaces", () => {
  it.each(of("SCRT.quantity"))("%s", (_, { inputs, outputs }) => {
    expect(designs[inputs.design]!(inputs.MT, inputs.limit).space.count).toBe(BigInt(outputs.n));
  });

  it.each(of("schedules.count"))("%s", (_, { inputs, outputs }) => {
    expect(designs.ATD!(inputs.n, inputs.max_run).space.count).toBe(BigInt(outputs.n));
  });
});

describe("randomization tests of scan", () => {
  const entries = of("scan.rand_test").filter(([, { inputs }]) => inputs.A);

  it.each(entries)("%s", (_, { inputs, outputs }) => {
    const trial = phasesOf(inputs.A, inputs.B);
    const design = designs.AB!(trial.scores.length, inputs.limit);
    const question = asked(inputs.statistic);
    const result = randomizationTest(trial, { design, ...question });
    const sign = question.improvement === "increase" ? 1 : -1;
    expect(result.nAssignments).toBe(outputs.number);
    expect(Math.abs(sign * result.observed - outputs.observed)).toBeLessThan(1e-12);
    expect(Math.abs(result.pValue - outputs.p_tolerant)).toBeLessThan(1e-14);
  });

  it.skipIf(!found)("scan.rand_test.mbd", () => {
    const [, { inputs, outputs }] = of("scan.rand_test.mbd")[0]!;
    const starts = inputs.limit + 1;
    const names = Object.keys(inputs.cases);
    const nScores = inputs.cases[names[0]!].values.length;
    const each = Array.from({ length: nScores - 2 * inputs.limit + 1 }, (_, i) => starts + i);
    const design = marascuiloBusk.design({ treatments, nScores, starts: names.map(() => each) });
    const trials = names.map((name) => trialOf(inputs.cases[name].phase, inputs.cases[name].values, name));
    const result = randomizationTest(trials, { design, sides: 1, improvement: "increase" });
    expect(result.nAssignments).toBe(outputs.number);
    expect(Math.abs(result.observed - outputs.observed)).toBeLessThan(1e-12);
    expect(Math.abs(result.pValue - outputs.p)).toBeLessThan(1e-14);
  });
});

describe("the bias of the lag-1 autocorrelation", () => {
  it.each(of("ar1bias"))("%s", (_, { inputs, outputs }) => {
    const stream = randomStream(11, inputs.n, Math.round(10 * inputs.phi));
    const values = new Float64Array(inputs.n);
    let sum = 0;
    for (let r = 0; r < inputs.R; r++) {
      let last = stream.normal() / Math.sqrt(1 - inputs.phi ** 2);
      for (let i = 0; i < inputs.n; i++) {
        values[i] = last;
        last = inputs.phi * last + stream.normal();
      }
      sum += lagOneAutocorrelation(values)!;
    }
    // Both means are of 4,000 series: four standard errors of their difference.
    expect(Math.abs(sum / inputs.R - outputs.mean)).toBeLessThan(4 * Math.SQRT2 * outputs.mcse);
    if (inputs.n >= 10)
      expect(Math.abs(expectedLagOne(inputs.phi, inputs.n) - outputs.mean)).toBeLessThan(0.02);
  });
});
