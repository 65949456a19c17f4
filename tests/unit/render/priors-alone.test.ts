import { describe, expect, it } from "vitest";
import { responseHtml, responseMarkdown, responseSummary, responseTable } from "../../../src/render/index.ts";
import { responseText } from "../../../src/render/response-text.ts";
import type { ResponseResult } from "../../../src/schema/index.ts";
import { asPosterior } from "../../helpers/posterior-results.ts";
import { responseFixtures } from "../../helpers/response-fixtures.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>t</title></svg>';

function alone(): ResponseResult {
  const result = asPosterior(responseFixtures.oneCourse!, [{ neverReached: 0.42, relief30: 0.58 }], 0.2);
  const codes = ["prior-decided", "extrapolated", "aicc-refused", "importance-weights", "priors-alone"];
  result.warnings = codes.map((code) => ({ code, message: `Message of ${code}.` }));
  return result;
}

describe("the words of priors alone", () => {
  const result = alone();

  it("do not speak of a finding", () => {
    expect(responseSummary(result)).toMatch(
      /^What the priors alone say, before any score: best relief of a course is 79 % of baseline \(.*\); if relief reaches 30 % of baseline \(probability 58 %\), relapse comes 112 days after the course/u,
    );
    for (const text of [responseTable(result), responseMarkdown(result), responseHtml(result, SVG)]) {
      expect(text).not.toMatch(
        /What was found|[Bb]est relief was|[Rr]elapse is estimated|Bayes factor|From the data/u,
      );
      expect(text).not.toMatch(/set by the prior|What the data could not tell|was fitted to/iu);
      expect(text).not.toContain("Relapse after the last score");
    }
  });

  it("keep only the warnings that hold without scores", () => {
    const said = responseText(result).flatMap(({ sentences }) => sentences);
    expect(said.filter((sentence) => sentence.startsWith("Message"))).toEqual([
      "Message of importance-weights.",
    ]);
  });

  it("give the prior probability of no effect, and that no score entered", () => {
    const said = responseText(result).flatMap(({ sentences }) => sentences);
    expect(said).toContain(
      "Before any score, no effect has a probability of 20 % under the priors “default”.",
    );
    expect(said.some((sentence) => sentence.startsWith("No score enters these numbers"))).toBe(true);
    expect(responseText(result)[0]!.heading).toBe("What the priors alone say");
  });
});

describe("the words of a scale on which higher is better", () => {
  it("count relief as a share of the way to the best score", () => {
    const result = asPosterior(responseFixtures.oneCourse!, [{ neverReached: 0.3 }]);
    result.provenance.options.improvement = "increase";
    expect(responseSummary(result)).toMatch(
      /^Best relief was 79 % of the way to the best score \(.*relief never reached 30 % of the way to the best score/u,
    );
    for (const text of [responseTable(result), responseMarkdown(result), responseHtml(result, SVG)])
      expect(text).not.toMatch(/% of baseline/u);
    result.relapseAt = { score: 4 };
    expect(responseSummary(result)).toContain("the score never rose above 4");
  });
});

describe("the name of an outcome", () => {
  it("stands in headings, titles and pictures", async () => {
    const { responseCurveChart } = await import("../../../src/render/charts/index.ts");
    const result = { ...responseFixtures.oneCourse!, outcome: "walking" };
    expect(responseTable(result)).toMatch(/^P01 · walking · /u);
    expect(responseMarkdown(result)).toMatch(/^# P01 · walking\n/u);
    const html = responseHtml(result, SVG);
    expect(html).toContain("<title>P01 · walking: response to treatment</title>");
    expect(html).toContain("<h1><bdi>P01 · walking</bdi></h1>");
    const spec = JSON.stringify(responseCurveChart(result));
    expect(spec).toContain('"text":"P01 · walking"');
    expect(spec).toContain('"title":"Walking (0–10)"');
  });
});
