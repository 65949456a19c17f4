import { describe, expect, it } from "vitest";
import { responseCurveChart, toSvg } from "../../../src/render/charts/index.ts";
import { color } from "../../../src/render/charts/theme.ts";
import { displayWidth } from "../../../src/render/display-width.ts";
import { PAGE_STYLE } from "../../../src/render/html/style.ts";
import { indexHtml, responseHtml, responseMarkdown, responseTable } from "../../../src/render/index.ts";
import { NASTY, responseFixtures } from "../../helpers/response-fixtures.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>t</title></svg>';

/** What could run, load or hide text: absent from everything that is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
const ACTIVE = /<script|<img|<iframe|<link|\son\w+=["']|javascript:|\u001b|\u0007/iu;

describe("responseTable", () => {
  it("has a header, groups by course, aligned columns and the reminder of a single arm", () => {
    const lines = responseTable(responseFixtures.kizawa!).split("\n");
    expect(lines[0]).toBe("Kizawa 2006 · plateau · 5 scores, 3 courses · default priors · profile 95 %");
    expect(lines).toContain("Course 2 (day 183, 2 g/kg)");
    expect(lines.at(-1)).toMatch(/no control period/u);
    const rows = lines.filter((line) => /^ {2}\S.* data$/u.test(line) && !line.includes("Warnings"));
    const columns = rows.map((line) => displayWidth(line.slice(0, line.search(/\d+ % data$/u))));
    expect(new Set(columns).size).toBe(1);
  });

  it("names what was set by the prior, and sets a sensitivity analysis beside what was found", () => {
    const table = responseTable(responseFixtures.kizawa!);
    expect(table).toMatch(/Onset half-time \(h\) .*set by the prior/u);
    expect(table).toMatch(/Relapse day, course 1 +118 days \(102 to 140 days\) +115 days/u);
  });

  it.each(Object.keys(responseFixtures))(
    "%s: has every estimate and warning, and no control characters",
    (name) => {
      const result = responseFixtures[name]!;
      const table = responseTable(result);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
      expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]| $/mu);
      expect(table.split("\n").filter((line) => line.startsWith("  ")).length).toBeGreaterThanOrEqual(
        result.estimates.length,
      );
    },
  );

  it("leaves out the share of the data where there is none", () => {
    const result = structuredClone(responseFixtures.oneCourse!);
    for (const row of result.estimates) delete row.dataShare;
    expect(responseTable(result)).not.toContain("From the data");
  });
});

describe("responseMarkdown", () => {
  it("has its headings in order and every section", () => {
    const markdown = responseMarkdown(responseFixtures.kizawa!);
    const headings = markdown.split("\n").filter((line) => /^#+ /u.test(line));
    expect(headings[0]).toBe("# Kizawa 2006");
    expect(headings).toContain("## What the data could not tell");
    expect(headings).toContain("## Assumptions and priors");
    expect(headings.at(-1)).toBe("## To compute this again");
  });

  it("escapes what a file brings", () => {
    const markdown = responseMarkdown(responseFixtures.nasty!);
    expect(markdown.replace(/^ {4}.*$/gmu, "")).not.toMatch(ACTIVE);
    const cells = markdown.split("\n").filter((line) => line.startsWith("| ") && line.includes("cmd"));
    for (const line of cells) expect(line.replaceAll("\\|", "").match(/\|/gu)!.length).toBeLessThanOrEqual(6);
  });
});

describe("responseHtml", () => {
  it.each(Object.keys(responseFixtures))("%s: is one page that loads and runs nothing", async (name) => {
    const html = responseHtml(
      responseFixtures[name]!,
      await toSvg(responseCurveChart(responseFixtures[name]!)),
    );
    expect(html).not.toMatch(ACTIVE);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(html).toContain("content=\"default-src 'none'; style-src 'sha256-");
    expect(html).not.toMatch(/unsafe|script-src/u);
    expect(html).toContain('<meta name="viewport"');
    expect(html.match(/<h1/gu)).toHaveLength(1);
    expect(html.match(/<table/gu)!.length).toBe(html.match(/<caption>/gu)!.length);
    expect(html).not.toMatch(/(src|href)="?https?:/u);
    expect(html).not.toMatch(/undefined|NaN|\[object/u);
  });

  it("reads in order from the answer to the provenance", () => {
    const html = responseHtml(responseFixtures.kizawa!, SVG);
    const marks = [
      'class="question"',
      'class="answer"',
      "<svg",
      'id="numbers"',
      'id="unknown"',
      'id="sensitivity"',
      'id="assumptions"',
      'id="data"',
      'id="reproduction"',
    ];
    const places = marks.map((mark) => html.indexOf(mark));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(html).toContain("SHA-256 of the input: 9f86d081");
    expect(html).toContain("VAS given in the text");
  });

  it("sets the text of a file apart and escapes it", () => {
    const html = responseHtml(responseFixtures.nasty!, SVG);
    expect(html).toContain(
      "<bdi>=cmd|&#39;/C&#39;!A0 &lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img src=x",
    );
    for (const [, before] of html.matchAll(/(.{60})\u202e/gu)) expect(before).toMatch(/<bdi>|onerror/u);
    expect(/<title>[^<]*<\/title>/u.exec(html)![0]).not.toContain("\u202e");
  });

  it.each([
    "<p>x</p>",
    "<svg><script>1</script></svg>",
    '<svg onload="x()"></svg>',
    "<svg><foreignObject></foreignObject></svg>",
    "<svg></svg><p>",
    '<svg><a href="javascript:1"></a></svg>',
  ])("refuses the picture %s", (svg) => {
    expect(() => responseHtml(responseFixtures.oneCourse!, svg)).toThrow(TypeError);
  });
});

describe("indexHtml", () => {
  it("links within its own folder only", () => {
    const hrefs = [
      "P01.html",
      "./P02.html",
      "../x.html",
      "javascript:alert(1)",
      "//example.org/x",
      "https://example.org",
      '"><b>',
    ];
    const html = indexHtml(hrefs.map((href) => ({ patient: NASTY, href, status: "done", summary: NASTY })));
    const links = [...html.matchAll(/<a href="([^"]*)"/gu)].map(([, href]) => href);
    expect(links).toHaveLength(hrefs.length);
    for (const link of links) expect(link).toMatch(/^\.{1,2}\//u);
    expect(html).not.toMatch(/<script|<img|<b>/u);
  });

  it("lists a patient without a report, and none at all", () => {
    expect(
      indexHtml([{ patient: "P9", href: null, status: "no answer", summary: "needs at least 3 scores" }]),
    ).toMatch(/<th scope="row"><bdi>P9<\/bdi><\/th>/u);
    expect(indexHtml([])).toContain("0 patients");
  });
});

describe("colors", () => {
  const luminance = (hex: string): number => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };

  it.each(["ink", "quiet", "curve", "course", "relapse", "rescue"] as const)(
    "%s can be read on white",
    (name) => {
      expect(contrast(color[name], color.paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["ink", "quiet", "accent", "warn"])("--%s can be read on every ground of a page", (name) => {
    const hex = new RegExp(`--${name}: (#[0-9a-f]{6})`, "u").exec(PAGE_STYLE)![1];
    for (const ground of ["#ffffff", "#f4f6f7", "#fdf3ec"])
      expect(contrast(hex, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
