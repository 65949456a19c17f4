import { describe, expect, it } from "vitest";
import {
  forecastChart,
  priorAndPosteriorChart,
  responseDiagnosticsChart,
  toSvg,
} from "../../../src/render/charts/index.ts";
import {
  outlookLabel,
  outlookSentence,
  scenarioOutlook,
} from "../../../src/render/forecast/outlook-words.ts";
import { type FurtherResults, responseHtml } from "../../../src/render/index.ts";
import { learnedSentences } from "../../../src/render/text/learned.ts";
import { priorAndPosteriorSchema } from "../../../src/schema/prior-and-posterior.ts";
import type { FurtherFixture } from "../../helpers/further-results.ts";
import { furtherFixtures } from "../../helpers/further-results.ts";
import { countMarks, textsOf } from "../../helpers/svg-marks.ts";

async function furtherOf({ planned, score, learned, diagnostics }: FurtherFixture): Promise<FurtherResults> {
  const forecast = { next: [planned], score } as const;
  return {
    forecast: { result: { next: [planned], score }, svg: await toSvg(forecastChart(forecast)) },
    learned: { result: learned, svg: await toSvg(priorAndPosteriorChart(learned)) },
    diagnostics: { result: diagnostics, svg: await toSvg(responseDiagnosticsChart(diagnostics)) },
  };
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>t</title></svg>';

describe("the page of a patient", () => {
  it.each(Object.keys(furtherFixtures))(
    "%s: has what comes next before the numbers, the rest below",
    async (name) => {
      const fixture = furtherFixtures[name]!;
      const html = responseHtml(fixture.result, SVG, await furtherOf(fixture));
      const ids = [
        "found",
        "forecast",
        "numbers",
        "learned",
        "diagnostics",
        "assumptions",
        "data",
        "reproduction",
      ];
      const places = ids.map((id) => html.indexOf(`<section id="${id}">`));
      expect(places[0]).toBeGreaterThan(0);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(html).not.toMatch(/undefined|NaN|\[object|<script/u);
      const all = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
      expect(new Set(all).size).toBe(all.length);
      expect(html.match(/<details>/gu)!.length).toBe(3);
    },
  );

  it("has none of these sections where nothing was computed", () => {
    const html = responseHtml(furtherFixtures.three!.result, SVG);
    expect(html).not.toMatch(/id="(?:forecast|learned|diagnostics)"/u);
  });
});

describe("the pictures of what else was computed", () => {
  const eight = furtherFixtures.eight!;

  it("draw every residual twice, and every influence", async () => {
    const svg = await toSvg(responseDiagnosticsChart(eight.diagnostics));
    expect(countMarks(svg, "residualDayPoints") + countMarks(svg, "residualDayOutlying")).toBe(8);
    expect(countMarks(svg, "orderPoints") + countMarks(svg, "orderOutlying")).toBe(8);
    for (const parameter of ["relapseDay", "reliefDays", "bestRelief"])
      expect(countMarks(svg, `${parameter}InfluenceBars`)).toBe(8);
  });

  it("draw both ranges of every quantity with its numbers", async () => {
    const { learned } = eight;
    const svg = await toSvg(priorAndPosteriorChart(learned));
    expect(learned.rows.length).toBeGreaterThan(6);
    expect(countMarks(svg, "beforeBars")).toBe(learned.rows.length);
    expect(countMarks(svg, "afterBars")).toBe(learned.rows.length);
    expect(textsOf(svg, "quantityNames")).toContain("Relapse day");
    expect(textsOf(svg, "afterNumbers").some((text) => /, \d+ % data$/u.test(text))).toBe(true);
  });

  it("draw curves, crossings and the best day of a look ahead", async () => {
    const { planned, score } = furtherFixtures.three!;
    const svg = await toSvg(forecastChart({ next: [planned], score }));
    // Today, the planned course and the one given.
    expect(countMarks(svg, "outlookRules")).toBe(3);
    expect(countMarks(svg, "crossingDays")).toBe(2);
    expect(countMarks(svg, "narrowingBest")).toBe(1);
    expect(textsOf(svg, "outlookRuleLabels")).toEqual(["today", "course on day 70"]);
  });
});

describe("the words of an outlook", () => {
  const { planned, next } = furtherFixtures.three!;
  const soFar = scenarioOutlook(next, "courses-so-far")!;

  it("say when, and how likely", () => {
    expect(outlookSentence(soFar, next)).toMatch(
      /: day \d+ \(95 % interval: .*, \d+ days from today \(probability 9\d %\)\.$/u,
    );
    expect(outlookLabel(soFar)).toMatch(/^day \d+ \(\d+ to \d+\), probability 9\d %$/u);
    expect(scenarioOutlook(next, "planned-course")).toBe(null);
    expect(scenarioOutlook(planned, "planned-course")!.name).toBe("course on day 70");
  });

  it("say first what is likelier than a crossing, and the day only where it may come", () => {
    const other = (crosses: number) => {
      const probabilities = soFar.probabilities.map((row) => ({
        ...row,
        probability: row.event === "crosses" ? crosses : row.event === "alreadyCrossed" ? 1 - crosses : 0,
      }));
      const likeliest = probabilities.find(({ event }) => event === "alreadyCrossed")!;
      return { ...soFar, probabilities, likeliest };
    };
    expect(outlookSentence(other(0.4), next)).toMatch(
      /for good \(probability 60 %\); if the crossing is yet to come, day/u,
    );
    expect(outlookSentence(other(0.01), next)).toMatch(/for good \(probability 99 %\)\.$/u);
    expect(outlookLabel(other(0.01))).toBe("crossed before, probability 99 %");
  });

  it("give dates where there are any", () => {
    expect(outlookSentence(soFar, { ...next, origin: "2024-03-01" })).toMatch(/day \d+, 202\d-\d\d-\d\d \(/u);
  });
});

describe("prior beside posterior", () => {
  it("is plain JSON of quantities with both ranges", () => {
    for (const { learned } of Object.values(furtherFixtures)) {
      expect(priorAndPosteriorSchema.safeParse(learned).error?.issues ?? []).toEqual([]);
      for (const { prior, posterior } of learned.rows) {
        expect(prior.upper! - prior.lower!).toBeGreaterThan(0);
        expect(posterior.upper! - posterior.lower!).toBeGreaterThan(0);
      }
    }
  });

  it("says what was learned and what the prior set, each quantity once", () => {
    const { learned } = furtherFixtures.courses!;
    const rows = learned.rows.map((row, i) => ({ ...row, dataShare: i % 2 === 0 ? 0.9 : 0.1 }));
    const [, much, little] = learnedSentences({ ...learned, rows });
    expect(much).toMatch(/^Learned for the greater part from the 5 scores: /u);
    expect(little).toMatch(/^Set by the prior rather than by the scores: /u);
    const none = rows.map((row) => ({ ...row, dataShare: 0.3 }));
    expect(learnedSentences({ ...learned, rows: none })[1]).toMatch(
      /^Nothing is learned for the greater part/u,
    );
  });
});
