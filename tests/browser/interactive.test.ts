import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  forecastChart,
  priorAndPosteriorChart,
  responseCurveChart,
  responseDiagnosticsChart,
} from "../../src/render/charts/index.ts";
import { responseHtml } from "../../src/render/index.ts";
import { interactiveHtml, interactivePicture } from "../../src/render/interactive/index.ts";
import { CHROMIUM, launch, OUT, openPage, overflowOf, violationsOf } from "../helpers/browser.ts";
import { furtherFixtures } from "../helpers/further-results.ts";
import { responseFixtures } from "../helpers/response-fixtures.ts";
import { savePagePicture } from "../helpers/save-page-picture.ts";

async function pageOf(name: string): Promise<string> {
  const result = responseFixtures[name]!;
  const picture = await interactivePicture(responseCurveChart(result));
  return interactiveHtml(responseHtml(result, picture.svg), [picture]);
}

/** A page with what comes next, what the scores changed, and how well the curve fits. */
async function longPage(): Promise<string> {
  const { result, planned, score, learned, diagnostics } = furtherFixtures.courses!;
  const forecast = { next: [planned], score } as const;
  const pictures = await Promise.all(
    [
      responseCurveChart(result),
      forecastChart(forecast),
      priorAndPosteriorChart(learned),
      responseDiagnosticsChart(diagnostics),
    ].map(interactivePicture),
  );
  const [curve, next, before, residuals] = pictures.map(({ svg }) => svg);
  const html = responseHtml(result, curve!, {
    forecast: { result: { next: [planned], score }, svg: next! },
    learned: { result: learned, svg: before! },
    diagnostics: { result: diagnostics, svg: residuals! },
  });
  return interactiveHtml(html, pictures);
}

describe.skipIf(!CHROMIUM)("an interactive page in a browser", () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    browser = await launch();
    html = await pageOf("kizawa");
  });
  afterAll(async () => browser?.close());

  it.each(["kizawa", "nasty"])(
    "%s: asks for nothing, complains of nothing, and is read by everyone",
    async (name) => {
      const opened = await openPage(browser, `interactive-${name}`, await pageOf(name), { width: 390 });
      const { page, requests, complaints } = opened;
      await page.getByRole("button", { name: "Next value" }).click();
      await page.getByLabel("From").fill("20");
      expect(await overflowOf(page)).toBe(0);
      expect(await violationsOf(page)).toEqual([]);
      expect([requests, complaints]).toEqual([[], []]);
      await savePagePicture(page, resolve(OUT, `interactive-${name}.png`));
      await page.close();
    },
  );

  it("says each value with its name and unit, by the mouse and by the keyboard", async () => {
    const { page } = await openPage(browser, "interactive-values", html);
    const tip = page.locator(".tip");
    expect(await tip.isVisible()).toBe(false);
    // The picture itself, which scrolls on a narrow screen, then the button before "Next value".
    for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await tip.textContent()).toBe("Days since first course: 0; Pain score (0–10): 10 (9.5 to 10.5)");
    expect(await page.locator(".controls output").first().textContent()).toMatch(/^Value 1 of \d+\. Days/u);
    await page.keyboard.press("Escape");
    expect(await tip.isVisible()).toBe(false);
    await page.locator("figure svg").first().scrollIntoViewIfNeeded();
    const point = (await page.locator(".scorePoints_marks path").nth(1).boundingBox())!;
    await page.mouse.move(point.x + point.width / 2, point.y + point.height / 2);
    expect(await tip.textContent()).toBe("Days since first course: 14; Pain score (0–10): 2 (1.5 to 2.5)");
    const place = (await tip.boundingBox())!;
    expect(Math.abs(place.x + place.width / 2 - point.x)).toBeLessThan(200);
    expect(Math.abs(place.y + place.height - point.y)).toBeLessThan(60);
    await page.close();
  });

  it("lists the values of a stretch of time, chosen with the mouse or with numbers, and forgets it again", async () => {
    const { page } = await openPage(browser, "interactive-stretch", html);
    const chosen = page.locator("figure li");
    await page.getByLabel("From").fill("10");
    await page.getByLabel("to", { exact: true }).fill("190");
    expect(await chosen.allTextContents()).toContain(
      "Days since first course: 14; Pain score (0–10): 2 (1.5 to 2.5)",
    );
    const wide = await chosen.count();
    await page.getByRole("button", { name: "Whole time" }).click();
    expect(await chosen.count()).toBe(0);
    await page.locator("figure svg").first().scrollIntoViewIfNeeded();
    const second = (await page.locator(".scorePoints_marks path").nth(1).boundingBox())!;
    await page.mouse.move(second.x - 10, second.y + 60);
    await page.mouse.down();
    await page.mouse.move(second.x + 10, second.y + 60, { steps: 3 });
    await page.mouse.move(second.x + 20, second.y + 60);
    await page.mouse.up();
    expect(await chosen.count()).toBeGreaterThan(0);
    expect(await chosen.count()).toBeLessThan(wide);
    const [from, to] = [
      await page.getByLabel("From").inputValue(),
      await page.getByLabel("to", { exact: true }).inputValue(),
    ];
    expect(Number(from)).toBeLessThan(14);
    expect(Number(to)).toBeGreaterThan(14);
    await page.close();
  });

  it("lets every picture of the page that shows single values be pointed at, each by itself", async () => {
    const opened = await openPage(browser, "interactive-all", await longPage(), { width: 390 });
    const { page, requests, complaints } = opened;
    const figures = page.locator("figure:has(.spots)");
    expect(await figures.count()).toBeGreaterThanOrEqual(3);
    const scrolled: number[] = [];
    for (const figure of await figures.all()) {
      const frame = figure.locator(".picture");
      await figure.getByRole("button", { name: "Previous value" }).click();
      const [tip, ring, window] = await Promise.all([
        figure.locator(".tip").boundingBox(),
        figure.locator(".ring").boundingBox(),
        frame.boundingBox(),
      ]);
      scrolled.push(await frame.evaluate(({ scrollLeft }) => scrollLeft));
      expect(ring!.x).toBeGreaterThan(window!.x);
      expect(ring!.x + ring!.width).toBeLessThan(window!.x + window!.width);
      expect(Math.abs(tip!.x + tip!.width / 2 - ring!.x)).toBeLessThan(200);
      await page.keyboard.press("Escape");
    }
    // A last value far to the right is scrolled to.
    expect(Math.max(...scrolled)).toBeGreaterThan(100);
    expect(await page.locator(".tip:visible").count()).toBe(0);
    expect(await overflowOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect([requests, complaints]).toEqual([[], []]);
    await savePagePicture(page, resolve(OUT, "interactive-all.png"));
    await page.close();
  });

  it("is the page that it was where no script runs", async () => {
    const { page, complaints } = await openPage(browser, "interactive-without", html, {
      javaScriptEnabled: false,
    });
    expect(await page.locator("figure svg").isVisible()).toBe(true);
    expect(await page.locator("button, input").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
