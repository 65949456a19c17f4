import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../../scripts/sizes/bundle.mjs";
import { importMap } from "../helpers/import-map.ts";
import type { PackedPackage } from "../helpers/packed-package.ts";
import { expectSameAnalyses, type PrintedAnalyses, runtimeProject } from "../helpers/runtime-project.ts";
import { toolPath } from "../helpers/tools.ts";

const browserPath = toolPath("Chromium");
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const ANALYSES = `import { analyses, chains, searches } from "./one-of-each.mjs";
const all = (entries) => Object.fromEntries(Object.entries(entries).map(([name, run]) => [name, run()]));
globalThis.answer = () => JSON.stringify({ results: all(analyses), searches: all(searches), chains: all(chains) });
`;
/** Milliseconds of the fastest of some fits, after as many to warm up. */
const TIMED = `const times = (fit) => {
  const once = () => { const from = performance.now(); fit(); return performance.now() - from; };
  for (let i = 0; i < 4; i++) once();
  return Math.min(...Array.from({ length: 5 }, once));
};`;

describe.skipIf(!browserPath)("the packed package in Chromium", () => {
  let packed: PackedPackage;
  let expected: PrintedAnalyses;
  let browser: Browser;
  let server: Server;
  const served = new Map<string, string>();
  const weighed: number[] = [];

  const node = (args: string[]): string =>
    execFileSync(process.execPath, args, { cwd: packed.project, encoding: "utf8", maxBuffer: 1e8 });

  beforeAll(async () => {
    packed = runtimeProject();
    expected = JSON.parse(node(["print.mjs"]));
    browser = await chromium.launch({ executablePath: browserPath!, args: [...FLAGS, ...QUIET] });
    server = createServer((request, response) => {
      const path = normalize(new URL(request.url!, "http://localhost").pathname);
      const text = served.get(path) ?? fileText(join(packed.project, path));
      const type = path.endsWith("js") ? "text/javascript" : "text/html";
      if (text === null) response.writeHead(404);
      else {
        response.setHeader("content-type", `${type}; charset=utf-8`);
        if (path.endsWith("js")) weighed.push(gzipSync(text).length);
      }
      response.end(text ?? "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (packed) rmSync(packed.project, { recursive: true, force: true });
  }, 60_000);

  /** Serves a page with a script and opens it; fails on any complaint or any request that leaves the machine. */
  async function open(script: string, head = ""): Promise<Page> {
    served.set(
      "/index.html",
      `<!doctype html><title>nof1</title>${head}<script type="module">${script}</script>`,
    );
    served.set("/favicon.ico", "");
    const { port } = server.address() as AddressInfo;
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("requestfailed", (request) => complaints.push(request.url()));
    page.on("request", (request) => {
      if (!request.url().startsWith(`http://127.0.0.1:${port}/`)) complaints.push(request.url());
    });
    await page.goto(`http://127.0.0.1:${port}/index.html`);
    await page.waitForFunction("globalThis.answer !== undefined", undefined, { timeout: 30_000 });
    expect(complaints).toEqual([]);
    return page;
  }

  it("gives Node's numbers as one bundle, to nine digits", async () => {
    const { chunks } = await bundle(ANALYSES, packed.project);
    served.set("/bundle.js", chunks[0]!);
    expect(chunks).toHaveLength(1);
    const page = await open('import "./bundle.js";');
    expectSameAnalyses(expected, await page.evaluate<string>("answer()"));
    await page.close();
  }, 120_000);

  it("works from an import map, without a bundler and without a network", async () => {
    weighed.length = 0;
    const head = `<script type="importmap">${JSON.stringify({ imports: importMap(packed.project) })}</script>`;
    const page = await open(ANALYSES, head);
    const kilobytes = weighed.reduce((total, size) => total + size, 0) / 1000;
    console.log(`import map: ${weighed.length} modules, ${kilobytes.toFixed(0)} kB gzipped one by one`);
    expectSameAnalyses(expected, await page.evaluate<string>("answer()"));
    await page.close();
  }, 120_000);

  it("fits as Node does: how many times as long is printed", async () => {
    const imports =
      'import { fitResponse } from "nof1/response"; import { simulatedTypical } from "nof1/datasets";';
    const timed = `${imports}\n${TIMED}\nconst fit = () => fitResponse(simulatedTypical);`;
    const { code } = await bundle(`${timed}\nglobalThis.answer = () => times(fit);`, packed.project);
    served.set("/fit.js", code);
    const page = await open('import "./fit.js";');
    const inBrowser = await page.evaluate<number>("answer()");
    const inNode = Number(node(["--input-type=module", "-e", `${timed}\nconsole.log(times(fit));`]));
    await page.close();
    const [browserMs, nodeMs] = [inBrowser, inNode].map((ms) => ms.toFixed(0));
    console.log(
      `a fit in Chromium: ${browserMs} ms, in Node: ${nodeMs} ms, ratio ${(inBrowser / inNode).toFixed(2)}`,
    );
    expect(inBrowser).toBeGreaterThan(0);
  }, 120_000);
});

function fileText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
