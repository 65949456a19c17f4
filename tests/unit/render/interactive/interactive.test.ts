import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { forestChart, responseCurveChart, toSvg } from "../../../../src/render/charts/index.ts";
import { responseHtml } from "../../../../src/render/index.ts";
import { interactiveHtml, interactivePicture } from "../../../../src/render/interactive/index.ts";
import { pooledFixtures } from "../../../helpers/pooled-results.ts";
import { NASTY, responseFixtures } from "../../../helpers/response-fixtures.ts";

const result = responseFixtures.kizawa!;
const picture = await interactivePicture(responseCurveChart(result));

describe("an interactive picture", () => {
  it("is the picture that toSvg draws", async () => {
    expect(picture.svg).toBe(await toSvg(responseCurveChart(result)));
  });

  it("says each score with its day, its unit and what rounds to it, and each relapse day with its interval", () => {
    const words = picture.spots.map((spot) => spot.words);
    expect(words).toContain("Days since first course: 14; Pain score (0–10): 2 (1.5 to 2.5)");
    expect(words).toContain("Course 1: 118 (102 to 140); Days since first course: 118");
    expect(words.join("\n")).not.toMatch(/undefined|null|NaN|datum|dayEarliest/u);
    expect(words.length).toBeGreaterThanOrEqual(result.observations.length);
  });

  it("stands where the mark is drawn, from left to right", () => {
    const { x, y } = picture.spots.find(({ time }) => time === 14)!;
    const padding = /<g[^>]*transform="translate\((\d+),(\d+)\)"/u.exec(picture.svg)!.slice(1).map(Number);
    const marks = /scorePoints_marks.*?<\/g>/su.exec(picture.svg)![0];
    const [, left, top] = [...marks.matchAll(/translate\(([\d.]+),([\d.]+)\)/gu)][1]!.map(Number);
    expect(x).toBeCloseTo(padding[0]! + left!, 0);
    expect(y).toBeCloseTo(padding[1]! + top!, 0);
    const places = picture.spots.map((spot) => spot.x);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("names the rows of a forest by what is written in them, and knows no time there", async () => {
    const { spots } = await interactivePicture(forestChart(pooledFixtures.five!));
    expect(spots.map(({ words }) => words)).toContain("Mean difference: B: −0.2 (−1.4 to 1.0)");
    expect(spots.every(({ time }) => time === null)).toBe(true);
  });
});

describe("an interactive page", () => {
  const html = responseHtml(result, picture.svg);
  const page = interactiveHtml(html, [picture]);

  it("lets one script run, by its digest, and loads nothing", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)![1]!;
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map((found) => found[1]!);
    expect(scripts).toHaveLength(1);
    const digest = createHash("sha256").update(scripts[0]!).digest("base64");
    expect(policy).toContain(`script-src 'sha256-${digest}'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    const style = /<style>([\s\S]*?)<\/style>/u.exec(page)![1]!;
    const styleDigest = createHash("sha256").update(style).digest("base64");
    expect(policy).toContain(`style-src 'sha256-${styleDigest}'`);
    expect(scripts[0]).not.toMatch(
      /https?:\/\/(?!www\.w3\.org)|fetch|XMLHttp|import|innerHTML|eval|Function\(/u,
    );
  });

  it("adds less than 25 kB to a page", () => {
    expect(page.length - html.length).toBeLessThan(25_000);
  });

  it("holds hostile names as data that ends no block", async () => {
    const nasty = responseFixtures.nasty!;
    const own = await interactivePicture(responseCurveChart(nasty));
    const spots = [{ x: 1, y: 1, words: `${NASTY}</script>`, time: null }];
    const written = interactiveHtml(responseHtml(nasty, own.svg), [{ svg: own.svg, spots }]);
    const block = /<script type="application\/json" class="spots">([\s\S]*?)<\/script>/u.exec(written)![1]!;
    expect(block).not.toMatch(/[<>]/u);
    expect(JSON.parse(block)).toEqual(spots);
  });

  it("refuses a page of another make, and one without the picture", () => {
    expect(() => interactiveHtml("<p></p>", [picture])).toThrow(TypeError);
    expect(() => interactiveHtml(html, [])).toThrow("none of the pictures");
  });
});
