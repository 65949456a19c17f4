import { describe, expect, it } from "vitest";
import { priorSensitivityChart, shrinkageChart, toSvg } from "../../../../src/render/charts/index.ts";
import { bayesHtml, bayesMarkdown, bayesText, pooledCsv, pooledText } from "../../../../src/render/index.ts";
import type { BayesFixture } from "../../../helpers/pooled-results.ts";
import { bayesFixtures, pooledFixtures } from "../../../helpers/pooled-results.ts";
import { countMarks, textsOf } from "../../../helpers/svg-marks.ts";

const { one, two, three, five, relief } = bayesFixtures as Record<string, BayesFixture>;
const textOf = ({ result, sensitivity }: BayesFixture): string => bayesText(result, sensitivity);

describe("a Bayesian pool in words", () => {
  it.each(Object.entries(bayesFixtures))(
    "reads the same from a file, without a hole: %s",
    (_, { result, sensitivity }) => {
      const again = JSON.parse(JSON.stringify({ result, sensitivity }));
      expect(textOf(again)).toBe(bayesText(result, sensitivity));
      for (const written of [
        textOf(again),
        bayesMarkdown(result, sensitivity),
        pooledCsv(result, sensitivity),
      ])
        expect(written).not.toMatch(/undefined|NaN|Infinity|\[object/u);
    },
  );

  it("begins with the posterior, on which side of no effect it lies, and what a further series may show", () => {
    expect(textOf(two!)).toContain(
      "Risk ratio: 1.96, the median of what is believed of the mean after 2 series (95 % interval: 0.53 to 14.7; prior of τ: half-normal, scale 0.79). A value of 1 means no effect; the mean lies above it (probability: 87 %). In a further series like these: 0.24 to 34.3 (95 % prediction interval).",
    );
  });

  it("keeps to the right side of no effect where more of the log ratio is less relief", () => {
    const { belowZero, natural } = relief!.result;
    const side = natural!.estimates[0]!.estimate! > 0 ? "above" : "below";
    const probability = side === "above" ? belowZero.mean : 1 - belowZero.mean;
    expect(textOf(relief!)).toContain(
      `0 % means no effect; the mean lies ${side} it (probability: ${Math.round(100 * probability)} %).`,
    );
  });

  it("says nothing of no effect where nothing means that, such as for a proportion", () => {
    expect(textOf(three!)).not.toContain("no effect");
    expect(textOf(three!)).toContain(
      "times as likely with a mean of 0 on the scale of the pool as with any other mean",
    );
  });

  it("gives the Bayes factor where the mean has a prior, and says that it depends on it", () => {
    const { logBayesFactor } = five!.result;
    const times = Math.exp(Math.abs(logBayesFactor!)).toFixed(1);
    expect(textOf(five!)).toContain(`the Bayes factor is ${times} : 1. It depends on the prior of the mean`);
    expect(textOf(two!)).not.toContain("the Bayes factor is");
  });

  it("shows each series alone and with the others", () => {
    expect(textOf(two!)).toMatch(
      /jann-2020 +7\/11 +0\/12 +2\.8 \(0\.0 to 5\.5\) +1\.0 \(−0\.4 to 3\.5\) +79 %\n/u,
    );
    expect(textOf(two!)).toContain("from 36 % of the way (geerts-2021) to 79 % (jann-2020)");
    expect(textOf(one!)).toContain("1 series and a prior");
    expect(textOf(one!)).not.toContain("is drawn towards");
  });

  it("sets the answer under every prior beside it, with the narrowest and the widest in a sentence", () => {
    expect(textOf(two!)).toContain(
      "Of 6 priors of how much series differ (τ), half-normal, scale 0.395 gives the narrowest 95 % interval of the mean (0.68 to 5.71) and half-Cauchy, scale 1.58 the widest (0.058 to 316), 4.1 times as wide on the scale of the pool.",
    );
    expect(textOf(two!)).toContain("Under every one of these priors the interval holds 1");
  });

  it("has both pictures in the page", async () => {
    const { result, sensitivity } = two!;
    const shrinkage = await toSvg(shrinkageChart(result));
    const priors = await toSvg(priorSensitivityChart(sensitivity, { scale: result.natural! }));
    const html = bayesHtml(result, sensitivity, { shrinkage, priors });
    expect(html.match(/<svg /gu)?.length).toBe(2);
    expect(textsOf(priors, "numbers")).toContain("2.34 (0.058 to 316)");
    expect(countMarks(shrinkage, "intervals")).toBe(6);
    expect(textsOf(shrinkage, "names")).toEqual(["jann-2020", "geerts-2021", "Mean", "Further series"]);
  });
});

describe("priors beside a headline", () => {
  it("are rows of its table, with one sentence on how far the answer would hang on them", () => {
    const text = pooledText(pooledFixtures.two!, two!.sensitivity);
    expect(text).toMatch(/Bayes, half-Cauchy, scale 0\.79 +2\.06 +0\.19 to 81\.9 +0\.7 \(−1\.7 to 4\.4\)\n/u);
    expect(text).toContain("How far would the answer hang on a prior?");
    expect(text).toContain("The headline rests on none of them.");
  });

  it("are told to decide where some leave out no effect and others do not", () => {
    const sensitivity = { ...two!.sensitivity, meanExcludesZero: "some" as const };
    expect(pooledText(pooledFixtures.two!, sensitivity)).toContain(
      "Whether there is an effect hangs on the prior: under some of these the interval leaves out 1",
    );
  });

  it("are rows of the CSV, by the name of the prior", () => {
    const lines = pooledCsv(pooledFixtures.two!, two!.sensitivity).trimEnd().split("\n");
    expect(lines.length).toBe(15 + 6 * 5);
    expect(lines.filter((line) => /half-Cauchy, scale 1\.58"?$/u.test(line)).length).toBe(5);
  });
});
