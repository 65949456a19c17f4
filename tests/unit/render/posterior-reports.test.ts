import { describe, expect, it } from "vitest";
import { responseCurveChart, toSvg } from "../../../src/render/charts/index.ts";
import { textWidth } from "../../../src/render/charts/text-width.ts";
import { fontSize } from "../../../src/render/charts/theme.ts";
import { responseHtml, responseMarkdown, responseTable } from "../../../src/render/index.ts";
import type { ResponseResult } from "../../../src/schema/index.ts";
import { asPosterior } from "../../helpers/posterior-results.ts";
import { responseFixtures } from "../../helpers/response-fixtures.ts";
import { countMarks, textsOf } from "../../helpers/svg-marks.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>t</title></svg>';
const kizawa = asPosterior(responseFixtures.kizawa!, [
  { relief30: 0.994, relief50: 0.97 },
  { neverReached: 0.21, relapseAfterLastVisit: 0.75, relief30: 0.79 },
  { neverReached: 0.016, relapseAfterLastVisit: 0.98, relief30: 0.98 },
]);
const flat = asPosterior(responseFixtures.oneCourse!, [{ neverReached: 0.95 }], 0.59);

describe("the table of a posterior", () => {
  const lines = responseTable(kizawa).split("\n");

  it("begins with the answer", () => {
    expect(lines[3]).toMatch(/^Over 3 courses, best relief was 59 to 83 % of baseline/u);
    expect(responseTable(flat).split("\n")[3]).toMatch(
      /^No effect is not excluded \(probability 59 %\)\. Best/u,
    );
  });

  it("marks what is taken for granted, and says so once below", () => {
    expect(lines.filter((line) => /^ {2}Half of the relief lost \(T50\) \* /u.test(line))).toHaveLength(3);
    expect(lines.filter((line) => /^ {2}Relapse day † /u.test(line))).toHaveLength(3);
    expect(lines).toContain("* Given an effect.");
    expect(lines).toContain("† Given an effect and relief that passes the threshold and falls back to it.");
    expect(responseTable(responseFixtures.kizawa!)).not.toMatch(/[*†]/u);
  });

  it("has a block of probabilities of each course, and the comparison with no effect", () => {
    const block = lines.slice(lines.findIndex((line) => /^Event +Probability$/u.test(line)));
    expect(block.filter((line) => line.startsWith("Course "))).toHaveLength(3);
    expect(block.find((line) => line.includes("never reaches"))).toMatch(/ {2}below 1 %$/u);
    expect(block.filter((line) => line.includes("never reaches"))[1]).toMatch(/ {2}21 %$/u);
    expect(block).toContain("Compared with no effect");
    expect(responseTable(responseFixtures.kizawa!)).not.toMatch(/Probability|Compared with no effect/u);
  });

  it("calls what the data widened set by the prior", () => {
    const widened = structuredClone(flat);
    widened.estimates.find(({ parameter }) => parameter === "T50")!.dataShare = 0;
    expect(responseTable(widened)).toMatch(/\(T50\) \*.*set by the prior, widened$/mu);
  });

  it("explains the column of sources below the table, and days that lie before the course", () => {
    expect(
      lines.filter((line) => line.startsWith("From the data: by how much the scores lessened")),
    ).toHaveLength(1);
    const early = structuredClone(kizawa);
    for (const row of early.estimates) if (row.parameter === "T10") row.lower = -9.6;
    const note =
      /^Relief begins to wear off \(T10\) is a point of the fitted curve: it lies before the course/gmu;
    expect(responseTable(early).match(note)).toHaveLength(1);
    for (const row of early.estimates) if (row.parameter === "T10") row.lower = 9.6;
    expect(responseTable(early)).not.toMatch(note);
    for (const row of early.estimates) delete row.dataShare;
    expect(responseTable(early)).not.toContain("From the data");
  });

  it("prints every warning but those whose matter it has said", () => {
    const warned = structuredClone(flat);
    const codes = ["never-reached-not-excluded", "importance-weights", "monte-carlo-error", "extrapolated"];
    warned.warnings = codes.map((code) => ({ code, message: `Message of ${code}.` }));
    expect(responseTable(warned).match(/Message of [\w-]+/gu)).toEqual(
      codes.slice(1).map((code) => `Message of ${code}`),
    );
  });
});

describe("the reports of a posterior", () => {
  it("in Markdown have the probabilities and the notes", () => {
    const markdown = responseMarkdown(kizawa);
    expect(markdown).toContain(
      "| Course 2 (day 183, 2 g/kg) | Relief never reaches 30 % of the baseline | 21 % |",
    );
    expect(markdown).toContain("\n\n\\* Given an effect.\n\n");
    expect(responseMarkdown(responseFixtures.kizawa!)).not.toContain("### Probabilities");
  });

  it("in HTML have a table of probabilities below the estimates, with a caption", () => {
    const html = responseHtml(kizawa, SVG);
    const numbers = html.slice(html.indexOf('id="numbers"'), html.indexOf('id="unknown"'));
    expect(numbers.match(/<caption>/gu)).toHaveLength(2);
    expect(numbers).toContain('<p class="small">* Given an effect.</p>');
    expect(numbers).toMatch(/Relief never reaches 30 % of the baseline<\/bdi><\/th><td class="short">21 %/u);
    expect(responseHtml(responseFixtures.kizawa!, SVG)).not.toContain("Probabilities, given");
  });

  it("leave out the probabilities of a model without effect", () => {
    const none = asPosterior(responseFixtures.noEffect!, [{ neverReached: 1 }]);
    none.posterior!.nullModel = null;
    expect(responseTable(none)).not.toContain("never reaches");
    expect(responseHtml(none, SVG)).not.toContain("Probabilities, given");
  });
});

describe("the picture of a posterior", () => {
  const drawn = (result: ResponseResult): Promise<string> => toSvg(responseCurveChart(result));

  it("says on what the relapse days hang, and sets those among the scores that do not", async () => {
    const svg = await drawn(kizawa);
    expect(textsOf(svg, "relapseHeading")).toEqual([
      "Relapse, days after each course alone (95 % interval), if relief reached 30 % of baseline: probability 79 % or more",
    ]);
    expect(textsOf(svg, "relapseLabels")).toEqual(["118 days", "111 days"]);
    expect(svg).toContain("median curve with 95 % band");
    const none = await drawn(flat);
    expect(textsOf(none, "relapseHeading")[0]).toMatch(
      /, if relief reached 30 % of baseline: probability 5 %$/u,
    );
    expect(textsOf(none, "relapseLabels")).toEqual([]);
    expect(countMarks(none, "relapseMarkers")).toBe(1);
  });

  it("says nothing of a condition where relief surely reached the threshold", async () => {
    const sure = asPosterior(responseFixtures.oneCourse!, [{ neverReached: 0.02 }]);
    expect(textsOf(await drawn(sure), "relapseHeading")).toEqual([
      "Relapse, days after the course (95 % interval)",
    ]);
  });

  it.each([720, 480, 360])("keeps its heading within a width of %d", async (width) => {
    const [label] = textsOf(await toSvg(responseCurveChart(kizawa, { width })), "relapseHeading");
    expect(label).toContain("79 %");
    expect(textWidth(label!, fontSize.small)).toBeLessThanOrEqual(width - 20);
  });
});
