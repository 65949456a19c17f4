import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describePriors } from "../../../src/render/prior-text.ts";
import { responseSummary } from "../../../src/render/response-summary.ts";
import { responseText } from "../../../src/render/response-text.ts";
import type { ResponseResult } from "../../../src/schema/index.ts";
import { asPosterior, type CourseProbabilities } from "../../helpers/posterior-results.ts";
import { responseFixtures } from "../../helpers/response-fixtures.ts";

const likely = { relief30: 0.998, relief50: 0.97, reliefTwoPoints: 0.999 };
const one = (known: CourseProbabilities = likely, noEffect = 0.001): ResponseResult =>
  asPosterior(responseFixtures.oneCourse!, [known], noEffect);
const three = (...known: CourseProbabilities[]): ResponseResult =>
  asPosterior(responseFixtures.kizawa!, known);

const said = (result: ResponseResult, id: string): string =>
  responseText(result)
    .filter((section) => section.id === id)
    .flatMap(({ sentences }) => sentences)
    .join("\n");

const RELAPSE = "relapse is estimated 112 days after the course (95 % interval: 96 to 132 days).";
const RELIEF = "Best relief was 79 % of baseline (95 % interval: 68 to 94 %); ";

describe("the relapse day in one sentence", () => {
  it.each([
    [0.0249, `${RELIEF}${RELAPSE}`],
    [
      0.025,
      `${RELIEF}with a probability of 3 % relief never reached 30 % of baseline; if it did, ${RELAPSE}`,
    ],
    [0.5, `${RELIEF}with a probability of 50 % relief never reached 30 % of baseline; if it did, ${RELAPSE}`],
    [
      0.975,
      `${RELIEF}with a probability of 98 % relief never reached 30 % of baseline; if it did, ${RELAPSE}`,
    ],
    [0.976, `${RELIEF}relief never reached 30 % of baseline (probability 98 %).`],
    [1, `${RELIEF}relief never reached 30 % of baseline (probability above 99 %).`],
  ])("where the threshold is never reached with probability %d", (neverReached, summary) => {
    expect(responseSummary(one({ ...likely, neverReached }))).toBe(summary);
  });

  it("names the rule that was declared", () => {
    const result = one({ neverReached: 0.3 });
    result.relapseAt = { score: 6 };
    expect(responseSummary(result)).toContain(
      "with a probability of 30 % the score never fell below 6; if it did,",
    );
  });

  it("says up to what probability one of several courses never reached the threshold", () => {
    expect(responseSummary(three({}, { neverReached: 0.04 }, { neverReached: 0.21 }))).toContain(
      "with a probability of up to 21 % relief never reached 30 % of baseline; where it did, relapse is estimated 98 to 118 days",
    );
    expect(responseSummary(three({}, {}, {}))).toContain(
      "; relapse is estimated 98 to 118 days after a course",
    );
  });

  it("says what lies beyond the last score that could show it", () => {
    const found = said(three({}, { relapseAfterLastVisit: 0.95 }, { relapseAfterLastVisit: 0.02 }), "found");
    expect(found.match(/The probability that relapse came after/gu)).toHaveLength(1);
    expect(found).toContain("the last score that could show it (14 days after its first day) is 95 %.");
    const unseen = one({ relapseAfterLastVisit: 0.9 });
    unseen.courses[0]!.day = 170;
    expect(said(unseen, "found")).toContain(
      "No score follows this course, so that none could show a relapse.",
    );
  });
});

describe("no effect", () => {
  it.each([
    [0.0249, 0.95, false],
    [0.025, 0.95, true],
    [0.0499, 0.9, false],
    [0.05, 0.9, true],
  ])("with probability %d at level %d is not excluded: %s", (noEffect, level, isOpen) => {
    const result = one(likely, noEffect);
    for (const row of result.estimates) row.level = level;
    expect(responseSummary(result).startsWith("No effect is not excluded (probability")).toBe(isOpen);
    expect(
      said(result, "no-effect").includes("no effect is not excluded, and the lower limit of relief is 0"),
    ).toBe(isOpen);
  });

  it("has its probability before and after the scores, and the Bayes factor, in words", () => {
    expect(said(one(likely, 0.59), "no-effect").split("\n")).toEqual([
      "Before the scores, no effect had a probability of 20 %; after them, 59 %: no effect is not excluded, and the lower limit of relief is 0.",
      "The scores are 5.8 times as likely without any effect as with one (the Bayes factor, under the priors “default”).",
    ]);
    expect(said(one(likely, 0.001), "no-effect").split("\n")).toEqual([
      "Before the scores, no effect had a probability of 20 %; after them, below 1 %. A score that only scatters about one level hardly fits them; whether the treatment moved it, scores without a control period cannot show.",
      "The scores are 250 times as likely with an effect as without one (the Bayes factor, under the priors “default”).",
    ]);
    expect(said(one(likely, 1e-9), "no-effect")).toContain("more than 1000 times as likely with an effect");
  });

  it("speaks of simulated patients only where such patients were simulated", () => {
    const studied = (probability: number): ResponseResult => ({
      ...one(likely, probability),
      nObservations: 8,
    });
    const above =
      /^Of simulated patients without any effect \(one course, 4 to 12 scores, the default priors\), at most [\d.]+ % had a Bayes factor above 3\.$/mu;
    expect(said(studied(0.0769), "no-effect")).toMatch(/3\.0 times/u);
    expect(said(studied(0.0769), "no-effect")).toMatch(above);
    expect(said(studied(0.077), "no-effect")).not.toMatch(above);
    const others: Partial<ResponseResult>[] = [
      { nObservations: 15 },
      { nObservations: 3 },
      { nCourses: 2 },
      { model: "bateman" },
      { priors: { ...studied(0.001).priors, set: "informed" } },
    ];
    for (const other of others)
      expect(said({ ...studied(0.001), ...other }, "no-effect")).not.toContain("simulated patients");
  });

  it("quotes the share of those patients that docs/calibration.md prints", () => {
    const printed = readFileSync(new URL("../../../docs/calibration.md", import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| no effect |"))
      .map((line) => Number.parseFloat(line.split("|")[8]!));
    expect(printed).toHaveLength(4);
    const quoted = /at most ([\d.]+) % had/u.exec(
      said({ ...one(likely, 0.001), nObservations: 8 }, "no-effect"),
    );
    expect(Number(quoted?.[1])).toBe(Math.max(...printed));
  });

  it("is not called excluded by priors that take an effect for granted", () => {
    const result = one();
    Object.assign(result.posterior!.nullModel!, { priorProbability: 0, probability: 0 });
    expect(said(result, "no-effect")).toMatch(/^These priors take an effect for granted/u);
    expect(describePriors(result).some(({ label }) => label.startsWith("No effect"))).toBe(false);
  });

  it("stands among the priors", () => {
    expect(describePriors(one()).at(-1)).toEqual({
      label: "No effect of any course",
      words: "probability 20 %",
    });
  });
});

describe("the words of a posterior", () => {
  it("tell a responder by probabilities, course by course", () => {
    expect(said(three(likely, { relief30: 0.55, relief50: 0.02, reliefTwoPoints: 0.68 }), "found")).toContain(
      "Probability of a best relief of 30 % or more (moderate): 55 %; of 50 % or more (substantial): 2 %; of 2 points or more: 68 %.",
    );
    expect(said(responseFixtures.kizawa!, "found")).not.toContain("Probability");
  });

  it("cite the words of relief once, among the assumptions", () => {
    const all = responseText(one()).flatMap(({ sentences }) => sentences);
    expect(all.filter((sentence) => /Dworkin 2008.*Farrar 2001/u.test(sentence))).toHaveLength(1);
    expect(said(one(), "assumptions")).toContain("Farrar 2001");
  });

  it("say in one line how the posterior was computed, among the assumptions", () => {
    const assumptions = said(one(), "assumptions");
    expect(assumptions).toContain("intervals and band by posterior at 95 %");
    expect(assumptions).toContain(
      "Estimates are posterior medians, intervals cut off equal tails; from 8192 weighted draws (Pareto k̂ 0.41, Monte-Carlo error at most 0.9 % of an interval’s width).",
    );
    const shapeless = one();
    shapeless.posterior!.paretoShape = null;
    expect(said(shapeless, "assumptions")).toContain("draws (Monte-Carlo error at most");
    expect(said(responseFixtures.oneCourse!, "assumptions")).not.toContain("draws");
  });

  it("explain a baseline above the scale", () => {
    const result = one();
    Object.assign(result.estimates[0]!, { estimate: 9.8, lower: 8.3, upper: 10.4 });
    expect(said(result, "found")).toContain("Above 10 it means a level that the scale cannot tell from 10.");
    result.estimates[0]!.upper = 10;
    expect(said(result, "found")).not.toContain("Above 10");
  });

  it("do not repeat the warnings that they say in their own words", () => {
    const result = one({ neverReached: 0.2 });
    const codes = ["never-reached", "never-reached-not-excluded", "monte-carlo-error", "importance-weights"];
    result.warnings = codes.map((code) => ({ code, message: `Message of ${code}.` }));
    const sentences = responseText(result).flatMap((section) => section.sentences);
    expect(sentences.filter((sentence) => sentence.startsWith("Message"))).toEqual([
      "Message of importance-weights.",
    ]);
  });
});
