import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launch, openPage, overflowOf, unfold, violationsOf } from "../helpers/browser.ts";
import { hostileNames } from "../helpers/hostile-text.ts";
import { namedCommands } from "../helpers/named-commands.ts";
import { runCli } from "../helpers/run-cli.ts";

/** What of a page a screen reader goes by. */
const outlineOf = (page: Page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    mains: document.querySelectorAll("main").length,
    levels: [...document.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName[1])),
    bareTables: document.querySelectorAll("table:not(:has(> caption))").length,
    bareHeads: document.querySelectorAll("th:not([scope])").length,
    namelessPictures: [...document.querySelectorAll("svg")].filter(
      (svg) =>
        svg.getAttribute("role") !== "img" ||
        (svg.querySelector(":scope > desc")?.textContent ?? "").length < 20,
    ).length,
    pictures: document.querySelectorAll("svg").length,
    tables: document.querySelectorAll("table").length,
  }));

/** How many places Tab stops at, and how many of them show where they are. */
async function stopsOf(page: Page): Promise<{ stops: number; seen: number }> {
  const expected = await page.locator("a[href], summary, button, input, select, [tabindex='0']").count();
  let seen = 0;
  for (let i = 0; i < expected; i++) {
    await page.keyboard.press("Tab");
    const isSeen = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
      return document.activeElement !== document.body && outlineStyle !== "none" && outlineWidth !== "0px";
    });
    if (isSeen) seen++;
  }
  return { stops: expected, seen };
}

/** Heights of letters in the pictures of a page, as they are shown: the least in pixels; Infinity without a picture. */
const leastLetterOf = (page: Page) =>
  page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll("svg text")].map((text) => {
        const { width } = text.closest("svg")!.getBoundingClientRect();
        const shrunk = width / Number(text.closest("svg")!.getAttribute("width"));
        return shrunk * Number.parseFloat(getComputedStyle(text).fontSize);
      }),
    ),
  );

describe.skipIf(!CHROMIUM)("every kind of page, of hostile names, in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => browser?.close());

  it.each(namedCommands)(
    "$page: asks for nothing, runs nothing, and is read by everyone",
    async (command) => {
      const flags = [...command.argv(hostileNames), "--format", "html"];
      const { code, stdout } = await runCli(flags, command.input(hostileNames));
      expect(code).toBe(0);
      const { page, requests, complaints } = await openPage(browser, `page-${command.page}`, stdout, {
        width: 390,
      });
      const { stops, seen } = await stopsOf(page);
      expect(seen).toBe(stops);
      await unfold(page);
      expect(await overflowOf(page)).toBe(0);
      // Pictures keep their size on a telephone, and are scrolled sideways.
      expect(await leastLetterOf(page)).toBeGreaterThan(9);
      expect(await violationsOf(page)).toEqual([]);
      const outline = await outlineOf(page);
      expect(outline).toMatchObject({
        lang: "en",
        mains: 1,
        bareTables: 0,
        bareHeads: 0,
        namelessPictures: 0,
      });
      expect(outline.title).not.toBe("");
      expect(outline.levels[0]).toBe(1);
      expect(outline.levels.every((level, i) => i === 0 || level <= outline.levels[i - 1]! + 1)).toBe(true);
      if (outline.pictures > 0) expect(outline.tables).toBeGreaterThan(0);
      await page.setViewportSize({ width: 900, height: 900 });
      expect(await violationsOf(page)).toEqual([]);
      expect([requests, complaints]).toEqual([[], []]);
      await page.close();
    },
  );
});
