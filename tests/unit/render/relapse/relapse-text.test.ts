import { describe, expect, it } from "vitest";
import {
  averageRelapse,
  diagnoseRelapse,
  fitRelapse,
  flatRelapsePriors,
  kaplanMeier,
  logRank,
} from "../../../../src/relapse/index.ts";
import {
  type RelapseStudy,
  relapseCsv,
  relapseHtml,
  relapseMarkdown,
  relapseText,
} from "../../../../src/render/index.ts";
import { medianInWords } from "../../../../src/render/relapse/median-words.ts";
import { relapseSummary } from "../../../../src/render/relapse/relapse-summary.ts";
import {
  exactOrNotYet,
  relapseIntervalFixtures,
  relapseResults,
  seenAtVisits,
} from "../../../helpers/relapse-fixtures.ts";

const empty: RelapseStudy = {
  results: [],
  average: null,
  intervals: [],
  logRank: null,
  comparison: null,
  diagnostics: null,
  notes: [],
};
const study = (name: string): RelapseStudy => ({ ...empty, results: [relapseResults[name]!] });

describe("the median in words", () => {
  it("is a time with its interval", () => {
    expect(medianInWords(relapseResults["a Weibull law of exact times"]!)).toMatch(
      /^\d+ days \(95 % interval: \d+ to \d+ days\)$/u,
    );
  });

  it("is a span where the data tell no more", () => {
    expect(medianInWords(relapseResults["Turnbull's estimate"]!)).toBe("after 60 days and not after 90 days");
    expect(medianInWords(relapseResults["no relapse yet, Turnbull"]!)).toBe("after 90 days, no end was seen");
  });

  it("says why there is none", () => {
    expect(medianInWords(relapseResults["no relapse yet, Kaplan–Meier"]!)).toBe(
      "not reached, more than half were still well when last seen",
    );
  });

  it("says that it has no limits", () => {
    expect(medianInWords(relapseResults["all on one day"]!)).toBe("40 days, without limits");
  });

  it("has its unit in the plural", () => {
    expect(relapseSummary([relapseResults["a range of times"]!])).toMatch(
      /^Median time to relapse: 3\.\d months .* The next relapse is predicted [\d.]+ to [\d.]+ months after its course/u,
    );
  });
});

describe("a report of time to relapse", () => {
  it.each(Object.keys(relapseResults))("has no empty word and says what it cannot show: %s", (name) => {
    for (const text of [relapseText(study(name)), relapseMarkdown(study(name))]) {
      expect(text).not.toMatch(/undefined|NaN|\[object|null days/u);
      expect(text).toContain(
        "Without courses of no treatment they do not show that the treatment made them well",
      );
    }
  });

  it("names the priors, where they were used, in the unit of the times", () => {
    expect(relapseText(study("a range of times"))).toMatch(
      /The set of priors is “weak”\.\n {2}Prior of Median time to relapse: median [\d.]+ months, 95 % of it from [\d.]+ to [\d.]+ months\./u,
    );
    const flat = fitRelapse(exactOrNotYet, { priors: flatRelapsePriors });
    expect(relapseText({ ...empty, results: [flat] })).not.toMatch(/set of priors|Prior of/u);
  });

  it("says how sure it is that a patient stays well, and for how long on average", () => {
    const text = relapseText(study("a Weibull law of exact times"));
    expect(text).toMatch(/Probability of staying well for 90 days: \d+ % \(95 % interval: \d+ to \d+ %\)\./u);
    expect(text).toMatch(/Mean time well within 180 days: \d+ days/u);
  });

  it("tells how the relapses are known, and where a curve is not defined", () => {
    const text = relapseText(study("Turnbull's estimate"));
    expect(text).toContain(
      "8 courses: 7 with a relapse somewhere between two times, 1 without a relapse so far.",
    );
    expect(text).toContain("The curve falls, nobody knows where, within each of 6 spans.");
    expect(text).toContain("cannot be closed on both sides with n = 4");
  });

  it("tells that only the ends of a range are known", () => {
    expect(relapseText(study("a range of times"))).toContain(
      "Of 5 times only the earliest and the latest are known",
    );
  });

  it("sets both answers for each course side by side", () => {
    const intervals = [relapseIntervalFixtures["three courses"]!];
    const text = relapseText({ ...study("a Weibull law of visits"), intervals });
    expect(text).toMatch(/Course 1 \(day 0\) +14 to 90 days +\d+ days \(\d+ to \d+ days\)/u);
    expect(text).toMatch(/Course 3 \(day 150\) +no score after it/u);
    expect(text).toContain(
      "Relapse means relief below 30 % of baseline: a score above 7.0 of a baseline of 10.0.",
    );
  });

  it("gives a test of groups by permutation first, with the smallest p-value that it can reach", () => {
    const groups = { "dose 1": exactOrNotYet.slice(0, 4), "dose 2": exactOrNotYet.slice(4) };
    const results = Object.entries(groups).map(([series, rows]) => {
      const result = kaplanMeier(rows);
      return { ...result, estimates: result.estimates.map((row) => ({ ...row, series })) };
    });
    const text = relapseText({ ...empty, results, logRank: logRank(groups) });
    expect(text).toMatch(/Log-rank test, of all 70 ways .* p = 0\.\d+/u);
    expect(text).toContain("With so few courses no p-value below 0.014 is possible.");
    expect(text).toMatch(/dose 1: probability|dose 1: mean time well/u);
  });

  it("gives each law with its weight where laws are averaged", () => {
    const text = relapseText({ ...empty, average: averageRelapse(seenAtVisits) });
    expect(text).toContain("averaged over 5 laws");
    expect(text).toMatch(/Log-normal +\d+ days +\d+ to \d+ days +\d+ %/u);
  });

  it("is a page with its pictures, from which no name of a file can break out", () => {
    const result = relapseResults["a Weibull law of visits"]!;
    const observations = result.observations.map((row) => ({ ...row, patient: "<b>&" }));
    const diagnostics = diagnoseRelapse(result);
    const svg = "<svg></svg>";
    const html = relapseHtml(
      { ...empty, results: [{ ...result, observations }], diagnostics },
      { main: svg, intervals: null, diagnostics: svg },
    );
    expect(html.match(/<svg>/gu)).toHaveLength(2);
    expect(html).not.toContain("<b>");
    expect(html).toContain("&lt;b&gt;&amp;");
  });
});

describe("time to relapse as CSV", () => {
  it("has a row for each estimate, for each course by either answer, and for the tests of groups", () => {
    const groups = { a: exactOrNotYet.slice(0, 4), b: exactOrNotYet.slice(4) };
    const result = relapseResults["a Weibull law of visits"]!;
    const intervals = [relapseIntervalFixtures["three courses"]!];
    const csv = relapseCsv([{ ...empty, results: [result], intervals, logRank: logRank(groups) }]);
    const lines = csv.trimEnd().split("\n");
    expect(lines).toHaveLength(1 + result.estimates.length + 2 * 3 + 2);
    expect(lines.filter((line) => line.startsWith("courseRelapse"))[0]).toBe(
      "courseRelapse,Relapse by the scores,day,,,14,90,,scores,closed,,,three,1,,",
    );
  });
});
