import { describe, expect, it } from "vitest";
import { describePriors } from "../../../src/render/prior-text.ts";
import { describeRelapseRule, relapseThreshold } from "../../../src/render/relapse-rule.ts";
import { responseSummary } from "../../../src/render/response-summary.ts";
import { responseText } from "../../../src/render/response-text.ts";
import type { ResponseResult } from "../../../src/schema/index.ts";
import { responseFixtures } from "../../helpers/response-fixtures.ts";

const said = (result: ResponseResult, id: string): string =>
  responseText(result)
    .filter((section) => section.id === id)
    .flatMap(({ sentences }) => sentences)
    .join("\n");

const changed = (name: string, change: (result: ResponseResult) => void): ResponseResult => {
  const result = structuredClone(responseFixtures[name]!);
  change(result);
  return result;
};

describe("responseSummary", () => {
  it("gives one course its relief and its relapse day, each with its interval", () => {
    expect(responseSummary(responseFixtures.oneCourse!)).toBe(
      "Best relief was 79 % of baseline (95 % interval: 68 to 94 %); relapse is estimated 112 days after the course (95 % interval: 96 to 132 days).",
    );
  });

  it("puts the intervals of several courses beside the range of their estimates", () => {
    expect(responseSummary(responseFixtures.kizawa!)).toBe(
      "Over 3 courses, best relief was 59 to 83 % of baseline (95 % intervals: 51 to 99 %); relapse is estimated 98 to 118 days after a course (95 % intervals: above 84 days).",
    );
  });

  it("says so where there is no relapse day, and where the model has no effect", () => {
    expect(responseSummary(responseFixtures.neverReached!)).toMatch(/the curve gives no relapse day\.$/u);
    expect(responseSummary(responseFixtures.noEffect!)).toMatch(
      /^The model "no-effect" has no relief and no relapse day\. Baseline is /u,
    );
    const two = changed("kizawa", (result) => {
      const row = result.estimates.find(
        ({ parameter, course }) => parameter === "relapseDay" && course === 2,
      )!;
      Object.assign(row, { estimate: null, lower: null, upper: null, bound: "open" });
    });
    expect(responseSummary(two)).toMatch(
      /111 to 118 days after a course .*; the curve gives no relapse day for 1 of them\.$/u,
    );
  });
});

describe("responseText", () => {
  it.each(Object.keys(responseFixtures))(
    "%s: always says what a single arm cannot show, and has no empty section",
    (name) => {
      const sections = responseText(responseFixtures[name]!);
      const single = sections.find(({ id }) => id === "single-arm")!.sentences.join(" ");
      for (const words of [/natural course/u, /regression to the mean/u, /other treatment/u, /N-of-1/u])
        expect(single).toMatch(words);
      for (const { heading, sentences } of sections) {
        expect(heading).not.toBe("");
        expect(sentences.length).toBeGreaterThan(0);
        for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|NaN|\[object/u);
      }
    },
  );

  it("says once what each warning warns of", () => {
    for (const result of Object.values(responseFixtures)) {
      const sentences = responseText(result).flatMap((section) => section.sentences);
      for (const { code, message } of result.warnings) {
        const times = sentences.filter((sentence) => sentence === message).length;
        expect([code, times]).toEqual([code, code === "single-arm" ? 0 : 1]);
      }
    }
  });

  it("sets a warning that it does not know under Warnings", () => {
    const odd = changed("oneCourse", ({ warnings }) =>
      warnings.push({ code: "new", message: "Something new." }),
    );
    expect(said(odd, "warnings")).toBe("Something new.");
    expect(responseText(responseFixtures.oneCourse!).some(({ id }) => id === "warnings")).toBe(false);
  });

  it("names each course with its day and dose", () => {
    expect(said(responseFixtures.kizawa!, "found")).toContain(
      "After course 2 (day 183, 2 g/kg), relief was at best 59 % of baseline",
    );
    expect(said(responseFixtures.rescued!, "found")).toContain("After course 1 (day 10, dose unknown)");
  });

  it("says what a relapse is, and why there is none", () => {
    expect(said(responseFixtures.rescued!, "found")).toContain("Relapse means a score of 6 or more.");
    expect(said(responseFixtures.oneCourse!, "found")).toContain(
      "relief falls below 30 % of baseline, that is a score above 6.6",
    );
    expect(said(responseFixtures.neverReached!, "found")).toContain("relief never rises above the threshold");
  });

  it("takes what the data could not tell from the warnings, and adds the scatter", () => {
    expect(said(responseFixtures.kizawa!, "unknown").split("\n")).toEqual([
      "The scores put no limit, on one side or both, on: Relapse day (course 3).",
      "The upper limit of the relapse day of course 3 lies after the last score that could show it.",
      "The scores scatter about the curve with a standard deviation of 0.83 (95 % interval: 0.41 to 1.37), judged from 5 scores.",
    ]);
  });

  it("says when nothing was left open", () => {
    const clear = changed("sixtyScores", (result) => {
      for (const row of result.estimates) row.dataShare = 0.9;
    });
    expect(said(clear, "unknown")).toContain("Every interval has both its ends");
  });

  it("compares with no effect in cautious words", () => {
    expect(said(responseFixtures.kizawa!, "no-effect")).toMatch(
      /describes the scores better.*−7\.9 with an effect, −14\.6 without/u,
    );
    expect(said(responseFixtures.kizawa!, "no-effect")).toContain("No probability of an effect is computed");
    const equal = changed("kizawa", (result) => Object.assign(result.noEffect!, { logLikelihood: -8.4 }));
    expect(said(equal, "no-effect")).toContain("no effect is not excluded");
    expect(said(responseFixtures.noEffect!, "no-effect")).toContain("without any effect");
  });

  it("names the largest change under another assumption", () => {
    expect(said(responseFixtures.kizawa!, "sensitivity")).toMatch(
      /^Days averaged over their bounds: the largest change is in “.+, course \d”/u,
    );
    expect(responseText(responseFixtures.oneCourse!).some(({ id }) => id === "sensitivity")).toBe(false);
  });
});

describe("describePriors", () => {
  const words = (name: string): Map<string, string> =>
    new Map(describePriors(responseFixtures[name]!).map((row) => [row.label, row.words]));

  it("gives medians and 95 % ranges in natural units", () => {
    const priors = words("oneCourse");
    expect(priors.get("Baseline")).toBe("median 7.0, 95 % of the prior from 2.1 to 11.9");
    expect(priors.get("Relief (asymptote R)")).toBe("median 60 %, 95 % of the prior from 7 to 97 %");
    expect(priors.get("Half of the relief lost (T50)")).toBe(
      "median 105 days, 95 % of the prior from 27 to 414 days",
    );
  });

  it("names the equal priors of several courses once, around that of a typical course", () => {
    const priors = words("kizawa");
    expect(priors.get("Relief (asymptote R), typical course")).toMatch(/^median 60 %/u);
    expect(priors.get("Relief (asymptote R), each course")).toBe(
      "around the typical course; were that 60 %, 95 % of courses from 24 to 88 %",
    );
    expect([...priors.keys()].filter((label) => label.startsWith("Relief"))).toHaveLength(2);
  });

  it("calls a flat prior flat, and keeps a name that it does not know", () => {
    const result = changed("oneCourse", ({ priors }) => {
      priors.parameters = [
        { parameter: "log T50", mean: 4, around: null, sd: null },
        { parameter: "log shape", mean: 0, around: null, sd: 1 },
      ];
    });
    expect(describePriors(result)).toEqual([
      {
        label: "Half of the relief lost (T50)",
        words: "flat: every value equally likely on the working scale",
      },
      { label: "shape", words: "median 1.0, 95 % of the prior from 0.1 to 7.1" },
    ]);
  });
});

describe("the relapse rule", () => {
  it("is written in words", () => {
    expect(describeRelapseRule({ relief: 0.3 })).toBe("relief below 30 % of baseline");
    expect(describeRelapseRule({ score: 6 })).toBe("score ≥ 6");
  });

  it("has no score where the baseline was not estimated", () => {
    expect(relapseThreshold({ ...responseFixtures.oneCourse!, estimates: [] })).toBeNull();
    expect(relapseThreshold({ ...responseFixtures.rescued!, estimates: [] })).toBe(6);
  });
});
