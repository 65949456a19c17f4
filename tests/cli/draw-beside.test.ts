import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it } from "vitest";
import { drawBeside } from "../../src/cli/draw-beside.ts";
import type { VegaLiteSpec } from "../../src/render/charts/index.ts";
import { toSvg } from "../../src/render/charts/index.ts";
import { bin, nof1 } from "../helpers/batch-processes.ts";
import { runCli } from "../helpers/run-cli.ts";

const PATIENT = "datasets/simulated/typical.csv";
const bars: VegaLiteSpec = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  description: "Bars",
  data: { values: [{ a: 1 }, { a: 2 }] },
  mark: "bar",
  encoding: { x: { field: "a", type: "quantitative" } },
};

describe("pictures drawn in a thread", () => {
  const folder = mkdtempSync(join(tmpdir(), "nof1-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("make the page that pictures drawn in turn make", async () => {
    const argv = ["response", PATIENT, "--format", "html"];
    const path = join(folder, "page.html");
    expect(nof1(...argv, "-o", path).status).toBe(0);
    const inTurn = await runCli([...argv, "-o", path]);
    expect(inTurn.code).toBe(0);
    const page = readFileSync(path, "utf8");
    expect(nof1(...argv, "-o", path).status).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(page);
    expect(page.match(/<svg/gu)).toHaveLength(4);
  });

  it("don't keep a command from ending that has nothing to draw", () => {
    const [bad, few] = [join(folder, "bad.csv"), join(folder, "few.csv")];
    writeFileSync(bad, "day,score\n0,99\n");
    writeFileSync(few, "day,score,dose_g_per_kg\n0,9,2\n14,2,\n");
    const ended = (path: string) =>
      spawnSync(process.execPath, [bin, "response", path, "--format", "html"], { timeout: 60_000 }).status;
    expect([ended(bad), ended(few)]).toEqual([2, 1]);
  });

  it("are answered by their number, and a picture that can't be drawn says why", async () => {
    const worker = new Worker(new URL("../../dist/cli/drawing-worker.js", import.meta.url));
    const answers: unknown[] = [];
    const answered = new Promise<void>((resolve) => {
      worker.on("message", (message) => {
        if (answers.push(message) === 2) resolve();
      });
    });
    worker.postMessage({ index: 0, spec: { ...bars, data: { url: "https://example.org/data.csv" } } });
    worker.postMessage({ index: 1, spec: bars });
    await answered;
    await worker.terminate();
    expect(answers).toContainEqual({ index: 0, error: expect.stringContaining("loads data") });
    expect(answers).toContainEqual({ index: 1, svg: await toSvg(bars) });
  });

  it("are drawn in turn where the source is run", async () => {
    expect(await drawBeside()(bars)).toBe(await toSvg(bars));
  });
});
