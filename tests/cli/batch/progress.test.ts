import { describe, expect, it } from "vitest";
import { batchProgress, progressText } from "../../../src/cli/batch/batch-progress.ts";
import { pagesOrFailure } from "../../../src/cli/batch/patient-task.ts";
import { INDEX_SCRIPT } from "../../../src/render/index-page/index-script.ts";
import type { Patient } from "../../../src/schema/index.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

describe("the progress of a batch", () => {
  it("has a bar, the rate, the time left and the failures, red only where colour is wanted", () => {
    const half = { done: 50, total: 100, failures: 2, elapsedMs: 10_000 };
    const look = { color: false, columns: 200 };
    expect(progressText(half, look)).toBe(
      "[############------------] 50 of 100 · 5.0 a second · 10 s left · 2 without a report",
    );
    expect(progressText(half, { ...look, color: true })).toContain("\x1b[31m2 without a report\x1b[0m");
    expect(progressText({ done: 0, total: 0, failures: 0, elapsedMs: 0 }, look)).toBe(
      "[########################] 0 of 0 · 0.0 a second",
    );
    expect(progressText({ ...half, elapsedMs: 36e5 * 2 }, look)).toContain("2 h 0 min left");
  });

  it("stays one line on a narrow terminal, where first the bar gives way", () => {
    const late = { done: 9_000, total: 10_000, failures: 123, elapsedMs: 36e5 * 9 };
    const words = "index and tables 9000 of 10000 · 0.3 a second · 1 h 0 min left · 123 without a report";
    const drawn = (columns: number) =>
      progressText(late, { color: false, columns, doing: "index and tables" });
    expect(drawn(200)).toBe(`[#####################---] ${words}`);
    expect(drawn(words.length + 8)).toBe(`[###-] ${words}`);
    expect(drawn(words.length + 7)).toBe(words);
    expect(drawn(80)).toBe(words.slice(0, 79));
    for (const columns of [20, 80, 90, 100, 120]) expect(drawn(columns).length).toBeLessThan(columns);
  });

  it("is silent on a pipe and with --quiet", () => {
    const shown: string[] = [];
    const io = { stdout() {}, stderr() {}, stdin: async () => new Uint8Array() };
    batchProgress(2, false, io).add(false);
    batchProgress(2, true, { ...io, showProgress: (text) => shown.push(text) }).add(false);
    expect(shown).toEqual([]);
    const watched = batchProgress(2, false, { ...io, showProgress: (text) => shown.push(text) });
    watched.add(false);
    watched.add(true);
    watched.end();
    expect([shown.length, shown.at(-1)]).toEqual([3, ""]);
    expect(shown[0]).toContain("0 of 2");
    expect(shown[1]).toContain("2 of 2");
  });
});

describe("the script of an index", () => {
  it("asks for nothing from elsewhere", () => {
    expect(INDEX_SCRIPT).not.toMatch(/https?:|fetch|XMLHttp|import|innerHTML|eval/u);
  });
});

describe("a patient whose fit breaks the program", () => {
  it("is a row that says so, not the end of the batch", async () => {
    const task = { index: 0, folder: "x", patient: null as unknown as Patient, sha256: "" };
    const { failure } = await pagesOrFailure(task, {}, { pages: "full", interactive: false });
    expect(failure).toEqual({ status: "failed", message: expect.stringMatching(/^TypeError: /u) });
  });
});

describe("options of a batch", () => {
  it.each([
    [["--shard", "0/3"], "a part and their number such as 2/7 are needed"],
    [["--shard", "4/3"], "a part and their number such as 2/7 are needed"],
    [["--workers", "0"], "a whole number from 1 is needed"],
    [["--resume", "--replace"], "--resume or --replace, not both"],
  ])("%j is bad usage", async (argv, message) => {
    await inFolder(async (folder) => {
      const { code, stderr } = await runCli(["report", "a.csv", "-o", `${folder}/out`, ...argv]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    });
  });
});
