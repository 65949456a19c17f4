import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Where Chromium stands on this machine; undefined where it does not. */
export const CHROMIUM: string | undefined = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Folder of pages and of pictures to look at. */
export const OUT: string = resolve(".test-output/render");

if (!CHROMIUM) {
  if (process.env.REQUIRE_ALL === "1") throw new Error("REQUIRE_ALL=1, but no Chromium was found");
  console.log("skipped: no Chromium");
}

export async function launch(): Promise<Browser> {
  mkdirSync(OUT, { recursive: true });
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
}

/** A page that was opened, with what it asked for and complained about until now. */
export interface OpenedPage {
  page: Page;
  /** Addresses other than its own. */
  requests: string[];
  /** Messages of the console, errors and dialogs. */
  complaints: string[];
}

/** Opens a page from a file, as a reader does. */
export async function openPage(
  browser: Browser,
  name: string,
  html: string,
  options: BrowserContextOptions & { width?: number } = {},
): Promise<OpenedPage> {
  const { width = 900, ...context } = options;
  const file = resolve(OUT, `${name.replace(/[^a-z0-9-]+/giu, "-")}.html`);
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...context });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== url) requests.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", async (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await page.goto(url);
  return { page, requests, complaints };
}

/** Pixels that a page goes beyond its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Opens everything that is folded away. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** What axe-core finds against WCAG 2.1 A and AA and its best practices, each in a line. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join("\n")}`,
    );
  });
  return found;
}
