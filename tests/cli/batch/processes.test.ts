import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";
import { nof1, SLOW, started } from "../../helpers/batch-processes.ts";

const N_PATIENTS = 9;

describe("a batch in processes of its own", { timeout: SLOW }, () => {
  let folder: string;
  let whole: Record<string, string>;
  const flags = ["--interval", "wald", "--quiet"];
  const report = (out: string, ...more: string[]): string[] => [
    "report",
    join(folder, "a.csv"),
    join(folder, "b.csv"),
    "-o",
    out,
    ...flags,
    ...more,
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "nof1-test-"));
    const ids = Array.from({ length: N_PATIENTS }, (_, i) => `p${i % 7}`);
    writeFileSync(join(folder, "a.csv"), `${patientsCsv(ids.slice(0, 5))}lone,0,10,2\n`);
    writeFileSync(join(folder, "b.csv"), patientsCsv(ids.slice(3)));
    const { status } = nof1(...report(join(folder, "whole"), "--workers", "1"));
    expect(status).toBe(1);
    whole = digests(join(folder, "whole"));
    expect(Object.keys(whole).length).toBeGreaterThan(3 * N_PATIENTS);
  }, SLOW);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([2, 3])("gives the same bytes with %d workers", (workers) => {
    const out = join(folder, `workers-${workers}`);
    const { status, stderr } = nof1(...report(out, "--workers", String(workers)));
    expect([status, stderr]).toEqual([1, expect.stringContaining("lone: Cannot fit")]);
    expect(digests(out)).toEqual(whole);
  });

  it("ends at Ctrl-C after the patient at work, says how to go on, and does", async () => {
    const out = join(folder, "interrupted");
    const run = started(...report(out, "--workers", "1"));
    for (let i = 0; i < 2000 && !existsSync(join(out, "p0")); i++) await setTimeout(10);
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(130);
    expect(run.said()).toContain("is not finished; the same command with --resume goes on");
    expect(readdirSync(out)).toContain(".nof1");
    expect(existsSync(join(out, ".nof1", "lock"))).toBe(false);
    expect(nof1(...report(out, "--resume")).status).toBe(1);
    expect(digests(out)).toEqual(whole);
  });

  it("refuses a second run on its output", async () => {
    const out = join(folder, "twice");
    const run = started(...report(out, "--workers", "1"));
    for (let i = 0; i < 2000 && !existsSync(join(out, "p0")); i++) await setTimeout(10);
    run.child.kill("SIGSTOP");
    const second = nof1(...report(out, "--resume"));
    expect([second.status, second.stderr]).toEqual([
      2,
      expect.stringContaining(`is being written by process ${run.child.pid}`),
    ]);
    run.child.kill("SIGCONT");
    expect(await run.ended).toBe(1);
    expect(digests(out)).toEqual(whole);
  });
});
