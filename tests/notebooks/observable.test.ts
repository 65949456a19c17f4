import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { morozumi2009 } from "../../dist/datasets/index.js";
import { analyzeTrial, describeSummary, fitResponse, readPatients, readTrials } from "../../dist/index.js";
import { formatEstimate, responseSummary } from "../../dist/render/index.js";
import { pairedT, randomizedPairs } from "../../dist/trial/index.js";
import { savePagePicture } from "../helpers/save-page-picture.ts";
import { toolPath } from "../helpers/tools.ts";

const browserPath = toolPath("Chromium");
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const SITE = resolve(".test-output/site");
const PICTURES = resolve(".test-output/notebooks");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

describe.skipIf(!browserPath)("the Observable notebooks, built to a site", () => {
  let browser: Browser;
  let server: Server;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    execFileSync(process.execPath, ["scripts/site.mjs", SITE, "--without-api"], { stdio: "pipe" });
    browser = await chromium.launch({ executablePath: browserPath!, args: [...FLAGS, ...QUIET] });
    server = createServer((request, response) => {
      const file = join(
        SITE,
        normalize(decodeURIComponent(new URL(request.url!, "http://localhost").pathname)),
      );
      const found = statSync(file, { throwIfNoEntry: false })?.isFile();
      response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "text/plain" });
      response.end(found ? readFileSync(file) : "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens a page, and keeps what it complains of or asks for elsewhere. */
  async function open(path: string, width = 1000): Promise<{ page: Page; complaints: string[] }> {
    const { port } = server.address() as AddressInfo;
    const home = `http://127.0.0.1:${port}/`;
    const complaints: string[] = [];
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on("console", (message) => complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(home) && !request.url().startsWith("data:"))
        complaints.push(`outside: ${request.url()}`);
    });
    await page.goto(home + path);
    return { page, complaints };
  }

  /** Waits until no cell is at work any more. */
  const settled = async (page: Page): Promise<void> => {
    await page.waitForFunction(
      'document.querySelectorAll(".observablehq--running").length === 0 && document.querySelector("main")',
    );
    await page.waitForTimeout(300);
    await page.waitForFunction('document.querySelectorAll(".observablehq--running").length === 0');
  };

  const textOf = async (page: Page, selector: string): Promise<string> =>
    ((await page.locator(selector).first().textContent()) ?? "").replace(/\s+/gu, " ").trim();

  /** Waits until a text is what it should be. */
  const shows = async (page: Page, selector: string, text: string): Promise<void> => {
    await page.waitForFunction(
      ([place, expected]) =>
        document.querySelector(place!)?.textContent?.replace(/\s+/gu, " ").trim() === expected,
      [selector, text],
    );
  };

  it("index.html leads to every notebook and document, all of which are there", async () => {
    const { page, complaints } = await open("index.html");
    const links = await page
      .locator("main a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
    expect(links.length).toBeGreaterThan(8);
    const isElsewhere = (href: string): boolean => /^(?:#|api\/)/u.test(href);
    for (const href of links.filter((one) => !isElsewhere(one)))
      expect(statSync(join(SITE, href), { throwIfNoEntry: false })?.isFile(), href).toBe(true);
    await savePagePicture(page, join(PICTURES, "index.png"));
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("documents are pages with their pictures, and ask for nothing else", async () => {
    for (const path of ["docs/gallery/README.html", "docs/command-line.html", "CHANGELOG.html"]) {
      const { page, complaints } = await open(path);
      expect(await page.locator("h1").count()).toBe(1);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  it("one-patient.html: the numbers are the library's, and move with the threshold and with another file", async () => {
    const { page, complaints } = await open("one-patient.html");
    await page.waitForSelector("#answer");
    const rows = await page.locator("textarea").first().inputValue();
    await settled(page);
    const answer = (text: string, relief = 0.3): string =>
      responseSummary(fitResponse(readPatients(text)[0]!, { relapseAt: { relief } }));
    expect(await textOf(page, "#answer")).toBe(answer(rows));
    const relapse = 'tr[data-parameter="relapseDay"]';
    const before = await textOf(page, relapse);
    await savePagePicture(page, join(PICTURES, "one-patient.png"));

    const slider = page.locator('input[type="range"]').first();
    await slider.fill("50");
    await shows(page, "#answer", answer(rows, 0.5));
    await settled(page);
    expect(await textOf(page, relapse)).not.toBe(before);
    await slider.fill("30");

    const own = "day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,\n";
    await page.setInputFiles('input[type="file"]', {
      name: "own.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(own),
    });
    await shows(page, "#answer", answer(own));
    await settled(page);
    await savePagePicture(page, join(PICTURES, "one-patient-dropped.png"));
    expect(complaints).toEqual([]);

    await page.setInputFiles('input[type="file"]', {
      name: "broken.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("day,score\n0,12\nx,3\n"),
    });
    await page.waitForSelector("#problems li");
    expect(await textOf(page, "#problems")).toContain("row");
    await page.close();
  });

  it("five-patients.html: the numbers are the library's, and move with the number of patients", async () => {
    const { page, complaints } = await open("five-patients.html");
    await page.waitForSelector("#bounds");
    await settled(page);
    const { estimates, feasible } = describeSummary(morozumi2009.relief);
    const { lower, upper } = estimates.find(({ method }) => method === "anderson")!;
    expect(await textOf(page, "#bounds")).toBe(`${lower!.toFixed(1)} % to ${upper!.toFixed(1)} %`);
    const sd = feasible.quantities.find(({ quantity }) => quantity === "sd")!;
    expect(await textOf(page, "#spread")).toBe(`${sd.lower!.toFixed(1)} to ${sd.upper!.toFixed(1)} %`);
    expect(await page.locator("figure svg").count()).toBe(5);
    await savePagePicture(page, join(PICTURES, "five-patients.png"));
    const before = await textOf(page, "#bounds");
    await page.locator('input[type="range"]').first().fill("12");
    await page.waitForFunction((old) => {
      const now = document.querySelector("#bounds")?.textContent.trim();
      return now && now !== old;
    }, before);
    await settled(page);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("trial.html: plans a trial and analyses its scores as the library does", async () => {
    const { page, complaints } = await open("trial.html");
    await page.waitForSelector("#effect");
    await settled(page);
    expect(await textOf(page, "#smallest")).toBe("0.031");
    const [trial] = readTrials(await page.locator("textarea").first().inputValue());
    const result = analyzeTrial(trial!, {
      design: randomizedPairs,
      improvement: "decrease",
      threshold: 1,
      models: [pairedT],
      seed: 1,
    });
    expect(await textOf(page, "#effect")).toBe(formatEstimate(result.estimates[0]!));
    expect(await textOf(page, "#p")).toBe(result.randomization!.pValue!.toPrecision(2));
    expect(await page.locator("figure svg").count()).toBe(4);
    await savePagePicture(page, join(PICTURES, "trial.png"));
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("validation.html: is accurate, agrees with R, and counts coverage while one looks", async () => {
    const { page, complaints } = await open("validation.html");
    await page.waitForSelector("#digits");
    expect(Number(await textOf(page, "#points"))).toBeGreaterThan(600);
    expect(Number(await textOf(page, "#worst"))).toBeLessThan(1e-12);
    expect(Number(await textOf(page, "#pools"))).toBeGreaterThan(30);
    expect(Number(await textOf(page, "#digits"))).toBeGreaterThanOrEqual(10);
    await page.locator('input[type="range"]').nth(2).fill("20");
    await page.getByRole("button", { name: "Make up patients" }).click({ noWaitAfter: true });
    await page.waitForFunction(
      () => document.querySelector("#coverage caption")?.textContent.includes("after 20 patients"),
      null,
      { timeout: 60_000 },
    );
    expect(await page.locator("#coverage tbody tr").count()).toBe(2);
    await savePagePicture(page, join(PICTURES, "validation.png"));
    expect(complaints).toEqual([]);
    await page.close();
  }, 90_000);

  it("shows the first chart soon", async () => {
    const { page } = await open("one-patient.html");
    const from = Date.now();
    await page.reload();
    await page.waitForSelector("figure svg");
    console.log(`first chart of one-patient.html after ${Date.now() - from} ms, from localhost`);
    await page.close();
  });
});
