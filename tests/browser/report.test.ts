import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  forecastChart,
  priorAndPosteriorChart,
  responseCurveChart,
  responseDiagnosticsChart,
  toSvg,
} from "../../src/render/charts/index.ts";
import { indexHtml, responseHtml, responseSummary } from "../../src/render/index.ts";
import type { ResponseResult } from "../../src/schema/index.ts";
import { CHROMIUM, launch, type OpenedPage, OUT, openPage } from "../helpers/browser.ts";
import { furtherFixtures } from "../helpers/further-results.ts";
import { asPosterior } from "../helpers/posterior-results.ts";
import { responseFixtures } from "../helpers/response-fixtures.ts";
import { savePagePicture } from "../helpers/save-page-picture.ts";

const fixtures: Readonly<Record<string, ResponseResult>> = {
  ...responseFixtures,
  posterior: asPosterior(responseFixtures.kizawa!, [
    { relief30: 0.99, relief50: 0.97 },
    { neverReached: 0.21, relapseAfterLastVisit: 0.75, relief30: 0.79 },
    { relapseAfterLastVisit: 0.98 },
  ]),
  noEffectNotExcluded: asPosterior(responseFixtures.oneCourse!, [{ neverReached: 0.95 }], 0.59),
};
describe.skipIf(!CHROMIUM)("an HTML report in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => browser?.close());

  const open = (name: string, html: string, width = 900): Promise<OpenedPage> =>
    openPage(browser, name, html, { width });

  it.each(Object.entries(fixtures))(
    "%s: loads nothing, complains of nothing, and its picture is drawn",
    async (name, result) => {
      const html = responseHtml(result, await toSvg(responseCurveChart(result)));
      const { page, requests, complaints } = await open(`report-${name}`, html);
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
      const picture = page.locator("figure svg");
      expect(await picture.count()).toBe(1);
      expect((await picture.boundingBox())!.width).toBeGreaterThan(600);
      expect(await page.locator("script, img, iframe, link").count()).toBe(0);
      expect(await page.title()).not.toBe("");
      await savePagePicture(page, resolve(OUT, `report-${name}.png`));
      await page.close();
    },
  );

  it.each(["nasty", "posterior"])("%s: does not scroll sideways on a telephone", async (name) => {
    const result = fixtures[name]!;
    const { page } = await open(
      `report-phone-${name}`,
      responseHtml(result, await toSvg(responseCurveChart(result))),
      390,
    );
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await savePagePicture(page, resolve(OUT, `report-phone-${name}.png`));
    expect(overflow).toBe(0);
    await page.close();
  });

  it.each([390, 900])(
    "shows what else was computed at a width of %d, and nothing is asked for",
    async (width) => {
      const { result, planned, score, learned, diagnostics } = furtherFixtures.courses!;
      const forecast = { next: [planned], score } as const;
      const html = responseHtml(result, await toSvg(responseCurveChart(result)), {
        forecast: { result: { next: [planned], score }, svg: await toSvg(forecastChart(forecast)) },
        learned: { result: learned, svg: await toSvg(priorAndPosteriorChart(learned)) },
        diagnostics: { result: diagnostics, svg: await toSvg(responseDiagnosticsChart(diagnostics)) },
      });
      const { page, requests, complaints } = await open(`report-further-${width}`, html, width);
      expect([requests, complaints]).toEqual([[], []]);
      expect(await page.locator("figure svg").count()).toBe(4);
      const tables = page.locator("#forecast table");
      expect(await tables.first().isVisible()).toBe(false);
      await page.locator("#forecast summary").click();
      expect(await tables.first().isVisible()).toBe(true);
      for (const summary of await page.locator("#diagnostics summary, #reproduction summary").all())
        await summary.click();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      await savePagePicture(page, resolve(OUT, `report-further-${width}.png`));
      expect(overflow).toBe(0);
      await page.close();
    },
  );

  it("has the headings in order and a name for every picture and table", async () => {
    const result = responseFixtures.kizawa!;
    const { page } = await open(
      "report-headings",
      responseHtml(result, await toSvg(responseCurveChart(result))),
    );
    const levels = await page
      .locator("h1, h2, h3, h4")
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, i) => i === 0 || level <= levels[i - 1] + 1)).toBe(true);
    expect(await page.getByRole("img", { name: result.patient }).count()).toBe(1);
    expect(await page.locator("table:not(:has(caption))").count()).toBe(0);
    await page.close();
  });

  it("opens an index of reports without a request", async () => {
    const rows = await Promise.all(
      Object.values(fixtures).map(async (result, i) => ({
        patient: result.patient,
        href: `report-${i}.html`,
        status: "done",
        summary: responseSummary(result),
        svg: await toSvg(responseCurveChart(result, { width: 480, height: 200 })),
      })),
    );
    const { page, requests, complaints } = await open("index", indexHtml(rows));
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.locator("tbody a").count()).toBe(rows.length);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await savePagePicture(page, resolve(OUT, "index.png"));
    await page.close();
  });
});
