import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortSpaghettiChart, responseCurveChart, toSvg } from "../../src/render/charts/index.ts";
import { responseHtml } from "../../src/render/index.ts";
import { wordReportHtml } from "../../src/render/words/word-report-html.ts";
import { CHROMIUM, launch, openPage } from "../helpers/browser.ts";
import { cohortFixtures } from "../helpers/cohort-results.ts";
import { responseFixtures } from "../helpers/response-fixtures.ts";

/** Pixels of a sheet of A4 within margins of 15 mm. */
const SHEET = { width: 680, height: 1009 };

/** A page as a printer sees it. */
async function printed(browser: Browser, name: string, html: string): Promise<Page> {
  const { page } = await openPage(browser, name, html);
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: "print" });
  return page;
}

const tall = (svg: string): string =>
  svg.replace(/ height="[\d.]+" viewBox="0 0 ([\d.]+) [\d.]+"/u, ' height="3000" viewBox="0 0 $1 3000"');

describe.skipIf(!CHROMIUM)("a printed page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => browser?.close());

  it("is black on white, with its pictures whole and within the sheet, and nothing folded away", async () => {
    const result = responseFixtures.kizawa!;
    const html = responseHtml(result, await toSvg(responseCurveChart(result)));
    const page = await printed(browser, "print-response", html);
    const looks = await page.evaluate(() => {
      const of = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
      const words = [...document.querySelectorAll("h1, h2, p, li, caption, th, td, figcaption, summary")];
      return {
        colors: [...new Set(words.map((element) => of(element).color))].sort(),
        breaks: [...new Set([...document.querySelectorAll("figure, tr")].map((one) => of(one).breakInside))],
        scrolls: of(document.querySelector(".picture")!).overflowX,
      };
    });
    expect(looks.colors).toEqual(["rgb(0, 0, 0)", "rgb(51, 51, 51)"]);
    expect(looks.breaks).toEqual(["avoid"]);
    expect(looks.scrolls).toBe("visible");
    const picture = (await page.locator("figure svg").boundingBox())!;
    expect(picture.x + picture.width).toBeLessThanOrEqual(SHEET.width);
    for (const details of await page.locator("details").all()) {
      expect(await details.getAttribute("open")).toBeNull();
      expect((await details.boundingBox())!.height).toBeGreaterThan(40);
    }
    await page.close();
  });

  it("shows a picture that is taller than the sheet on one sheet", async () => {
    const svg = tall(await toSvg(cohortSpaghettiChart(Object.values(cohortFixtures)[0]!)));
    expect(svg).toContain('height="3000"');
    const report = { name: "a", subject: "b", question: "c", meta: [], answer: "d", sections: [] };
    const html = wordReportHtml(report, { svg, caption: "A tall picture." });
    const page = await printed(browser, "print-tall", html);
    const { height } = (await page.locator("figure").boundingBox())!;
    expect(height).toBeLessThan(SHEET.height);
    await page.close();
  });
});
