import { describe, expect, it } from "vitest";
import {
  allScores,
  autoregressiveErrors,
  satterthwaite,
} from "../../../../src/inference/linear-mixed-model/index.ts";
import { generalizedLeastSquares } from "../../../../src/trial/models/generalized-least-squares/generalized-least-squares.ts";
import {
  block,
  carryover,
  period,
  trend,
  type trialTerms,
} from "../../../../src/trial/models/generalized-least-squares/terms/index.ts";
import { mixedBlocks, pairedT } from "../../../../src/trial/models/index.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { lessPain, pairedTrial } from "../../../helpers/paired-trials.ts";
import { phasesOf } from "../../../helpers/trials.ts";

const a = [7, 6.5, 5, 8, 7.5, 6];
const b = [4.5, 3, 2.6, 4.5, 5, 4];
const trial = pairedTrial(a, b);
const parametersOf = (...terms: typeof trialTerms) =>
  generalizedLeastSquares({ terms })
    .fit(trial, lessPain)
    .estimates.map(({ parameter }) => parameter);

describe("terms", () => {
  it("stand as rows behind the effect", () => {
    expect(parametersOf(trend)).toEqual(["difference", "trend", "residualStandardDeviation"]);
    expect(parametersOf(period)).toEqual(["difference", "period 2", "residualStandardDeviation"]);
    expect(parametersOf(carryover)).toEqual(["difference", "carryover", "residualStandardDeviation"]);
    expect(parametersOf(block)).toHaveLength(2 + 5);
  });

  it("of blocks make least squares, and the mixed model with a spread between blocks, the paired t test", () => {
    const paired = pairedT.fit(trial, lessPain);
    for (const model of [generalizedLeastSquares({ terms: [block] }), mixedBlocks]) {
      const answer = model.fit(trial, lessPain);
      const [effect] = answer.estimates;
      const [own] = paired.estimates;
      expectRelative(
        [effect!.estimate!, effect!.lower!, effect!.upper!],
        [own!.estimate!, own!.lower!, own!.upper!],
        1e-6,
      );
      expectRelative([answer.test!.degreesOfFreedom!], [paired.test!.degreesOfFreedom!], 1e-5);
    }
  });

  it("find a drift, a period effect and carryover that were put in", () => {
    const exact = (change: (i: number) => number) => ({
      ...trial,
      scores: trial.scores.map((score, i) => ({
        ...score,
        day: null,
        score: (score.treatment === "B" ? 3 : 7) + change(i) + 1e-6 * Math.sin(7 * i * i),
      })),
    });
    const found = (term: typeof trend, parameter: string, change: (i: number) => number) =>
      generalizedLeastSquares({ terms: [term] })
        .fit(exact(change), lessPain)
        .estimates.find((row) => row.parameter === parameter)!.estimate!;
    // Without days the drift is by the score.
    expect(found(trend, "trend", (i) => 0.25 * i)).toBeCloseTo(0.25, 5);
    expect(found(period, "period 2", (i) => (i % 2) * 0.5)).toBeCloseTo(0.5, 5);
    const after = (i: number) =>
      trial.scores[i]!.treatment === "A" && trial.scores[i - 1]?.treatment === "B" ? -1.5 : 0;
    expect(found(carryover, "carryover", after)).toBeCloseTo(-1.5, 5);
  });

  it.each([block, period])("$name needs blocks", (term) => {
    const model = generalizedLeastSquares({ terms: [term] });
    expect(() => model.fit(phasesOf(a, b), lessPain)).toThrow(/without blocks/u);
  });

  it("that the design cannot tell from the effect are refused by name", () => {
    // In AB nothing follows the treatment: there is no carryover to see.
    const model = generalizedLeastSquares({ terms: [carryover] });
    expect(() => model.fit(phasesOf(a, b), lessPain)).toThrow(/Cannot fit "Generalised least squares/u);
  });
});

describe("names", () => {
  it("say what is not the default", () => {
    const model = generalizedLeastSquares({
      correlation: autoregressiveErrors,
      terms: [trend, period],
      likelihood: allScores,
      degreesOfFreedom: satterthwaite,
    });
    expect(model.name).toBe("gls-ar1-trend-period-ml-satterthwaite");
  });

  it("of a likelihood and degrees of freedom that do not go together are refused at once", () => {
    expect(() => generalizedLeastSquares({ likelihood: allScores })).toThrow(RangeError);
  });
});
