import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IndexColumns, indexEnd, indexLine, indexStart } from "../../src/render/index-html.ts";
import { CHROMIUM, launch, openPage, overflowOf, violationsOf } from "../helpers/browser.ts";
import { hostileNames } from "../helpers/hostile-text.ts";

const columns: IndexColumns = { pictures: false, measures: true, sortable: true };

/** An index of three reports and a failure, one of them with a hostile name. */
const html = [
  indexStart(4, columns),
  ...[hostileNames(1), "P3", "P1"].map((patient, i) =>
    indexLine(
      {
        patient,
        href: `p${i}/report.html`,
        status: "done",
        summary: "Best relief was 79 % of baseline.",
        measures: [{ text: `${50 + 10 * i} %`, value: 0.5 + i / 10 }],
      },
      columns,
    ),
  ),
  indexLine({ patient: "P2", href: null, status: "no answer", summary: hostileNames(2) }, columns),
  indexEnd(columns),
].join("");

describe.skipIf(!CHROMIUM)("an index of reports in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => browser?.close());

  it("is searched and sorted by its one script with the keyboard alone, and asks for nothing", async () => {
    const { page, requests, complaints } = await openPage(browser, "index-sortable", html);
    await page.keyboard.press("Tab");
    await page.keyboard.type("P");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const names = () => page.locator("tbody tr:visible th").allTextContents();
    expect(await page.locator("th[aria-sort=ascending]").textContent()).toBe("Patient");
    const sorted = (await names()).filter((name) => /^P\d$/u.test(name));
    expect(sorted).toEqual(["P1", "P2", "P3"]);
    await page.getByLabel("Status").selectOption("no answer");
    expect(await names()).toEqual(["P2"]);
    expect([requests, complaints]).toEqual([[], []]);
    await page.close();
  });

  it("is read by everyone, on a telephone too", async () => {
    const { page, complaints } = await openPage(browser, "index-phone", html, { width: 390 });
    expect(await overflowOf(page)).toBe(0);
    await page.setViewportSize({ width: 900, height: 900 });
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
