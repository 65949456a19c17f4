import { describe, expect, it } from "vitest";
import { posterior, wald } from "../../../../src/inference/index.ts";
import { responseSensitivity } from "../../../../src/response/comparison/response-sensitivity.ts";
import { fitResponse } from "../../../../src/response/fit-response.ts";
import { bateman, noEffect, plateau } from "../../../../src/response/models/index.ts";
import { flatPriors, priorSets } from "../../../../src/response/priors.ts";
import { responseSensitivitySchema } from "../../../../src/schema/response-sensitivity.ts";
import { patientOf } from "../../../helpers/patients.ts";

const relapsing = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 4, 7, 9]);
const quantities = ["relief", "bestRelief", "relapseDay", "reliefDays"];

describe("the sensitivity table", () => {
  const table = responseSensitivity(relapsing, { models: [plateau, bateman] });

  it("has a cell for each model and set of priors, in that order", () => {
    expect(table.cells.map(({ model, priors }) => [model, priors])).toEqual(
      ["plateau", "bateman"].flatMap((model) => priorSets.map(({ name }) => [model, name])),
    );
    for (const { estimates } of table.cells) {
      expect(estimates.map(({ parameter }) => parameter)).toEqual(quantities);
    }
    expect(responseSensitivitySchema.safeParse(table).success).toBe(true);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
  });

  it("says what the coarse interval method says", () => {
    for (const cell of table.cells.filter(({ model }) => model === "plateau")) {
      const priors = priorSets.find(({ name }) => name === cell.priors)!;
      const flat = priors === flatPriors;
      const fit = fitResponse(relapsing, { priors, interval: flat ? wald : posterior.coarse! });
      expect(cell.method).toBe(flat ? "wald" : "posterior");
      for (const { parameter, estimate, lower, upper } of cell.estimates) {
        const row = fit.estimates.find((other) => other.parameter === parameter)!;
        const width = row.upper! - row.lower!;
        // Wald limits are the same; two coarse posteriors know their limits to 5 % of the width each.
        const tolerance = flat ? 1e-6 : 0.2;
        for (const [own, theirs] of [
          [estimate, row.estimate],
          [lower, row.lower],
          [upper, row.upper],
        ]) {
          if (theirs === null) expect(own).toBe(null);
          else
            expect(Math.abs(own! - theirs!) / (width || 1), `${cell.priors} ${parameter}`).toBeLessThan(
              tolerance,
            );
        }
      }
    }
  });

  it("has the probability of no effect where the set leaves any, and no probabilities without a posterior", () => {
    const plain = table.cells.filter(({ model }) => model === "plateau");
    expect(plain.map(({ noEffect: spike }) => spike?.priorProbability ?? null)).toEqual([
      0.2,
      null,
      0.5,
      null,
    ]);
    for (const { noEffect: spike } of plain) {
      if (spike) expect(spike.probability).toBeLessThan(0.05);
    }
    for (const { method, probabilities } of plain) {
      expect(probabilities.map(({ event }) => event)).toEqual(["neverReached", "relapseAfterLastVisit"]);
      for (const { probability } of probabilities) {
        if (method === "wald") expect(probability).toBe(null);
        else expect(probability).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("leaves a cell empty where there is no answer, and throws where no cell has one", () => {
    const broken = {
      ...plateau,
      name: "broken",
      relief: () => Number.NaN,
      gradient: () => Number.NaN,
    };
    const options = { priorSets: [priorSets[0]!] };
    const { cells } = responseSensitivity(relapsing, { models: [broken, plateau], ...options });
    expect(cells[0]!.estimates).toEqual([]);
    expect(cells[0]!.warnings).toMatchObject([{ code: "model-failed" }]);
    expect(cells[1]!.estimates.length).toBe(4);
    expect(() => responseSensitivity(relapsing, { models: [broken], ...options })).toThrow(/starting point/);
    expect(() => responseSensitivity(patientOf([0, 14], [9, 2]))).toThrow(/at least 3 scores/);
  });

  it("needs a model and a set of priors", () => {
    expect(() => responseSensitivity(relapsing, { models: [] })).toThrow(RangeError);
    expect(() => responseSensitivity(relapsing, { models: [noEffect], priorSets: [] })).toThrow(RangeError);
  });
});
