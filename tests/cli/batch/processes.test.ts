import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";

// The built program as processes and threads of its own: `npm test` builds it first.
const bin = fileURLToPath(new URL("../../../dist/cli/bin.js", import.meta.url));
const nof1 = (...argv: string[]) => spawnSync(process.execPath, [bin, ...argv], { encoding: "utf8" });
/** More of them, by hand: KILL_MOMENTS=20. */
const nMoments = Number(process.env.KILL_MOMENTS ?? 5);
const N_PATIENTS = 9;
/** For a machine with other work to do, in milliseconds. */
const SLOW = 600_000;

/** Park and Miller's generator: the same moments in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe("a batch in processes of its own", { timeout: SLOW }, () => {
  let folder: string;
  let whole: Record<string, string>;
  /** How long a run takes that is left alone, in milliseconds. */
  let duration: number;
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
  const started = (
    argv: string[],
  ): { child: ChildProcess; ended: Promise<number | null>; said: () => string } => {
    const child = spawn(process.execPath, [bin, ...argv], { stdio: ["ignore", "ignore", "pipe"] });
    let text = "";
    child.stderr!.on("data", (chunk) => {
      text += chunk;
    });
    return { child, ended: new Promise((resolve) => child.on("close", resolve)), said: () => text };
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "nof1-test-"));
    const ids = Array.from({ length: N_PATIENTS }, (_, i) => `p${i % 7}`);
    writeFileSync(join(folder, "a.csv"), `${patientsCsv(ids.slice(0, 5))}lone,0,10,2\n`);
    writeFileSync(join(folder, "b.csv"), patientsCsv(ids.slice(3)));
    const start = performance.now();
    const { status } = nof1(...report(join(folder, "whole"), "--workers", "1"));
    duration = performance.now() - start;
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

  it("gives the same bytes from three shards that are merged in any order, and refuses some of them", () => {
    const parts = [1, 2, 3].map((part) => join(folder, `part-${part}`));
    parts.forEach((out, i) => {
      nof1(...report(out, "--shard", `${i + 1}/3`));
    });
    const out = join(folder, "merged");
    const missing = nof1("merge", parts[2]!, parts[0]!, "-o", out);
    expect([missing.status, missing.stderr]).toEqual([2, "nof1: cannot merge: missing of 3 shards: 2\n"]);
    const notOne = nof1("merge", join(folder, "whole"), ...parts, "-o", out);
    expect([notOne.status, notOne.stderr]).toEqual([
      2,
      expect.stringContaining("is a whole batch, not a shard"),
    ]);
    const { status } = nof1("merge", parts[2]!, parts[0]!, parts[1]!, "-o", out);
    expect(status).toBe(1);
    expect(digests(out)).toEqual(whole);
    const manifest = join(parts[1]!, "manifest.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"nof1": "[^"]*"/u, '"nof1": "9.9.9"'));
    const mixed = nof1("merge", ...parts, "-o", join(folder, "none"));
    expect([mixed.status, mixed.stderr]).toEqual([2, expect.stringContaining("differs from")]);
    expect(mixed.stderr).toContain("against nof1 9.9.9");
    rmSync(manifest);
    const broken = nof1("merge", ...parts, "-o", join(folder, "none"));
    expect([broken.status, existsSync(join(folder, "none"))]).toEqual([2, false]);
  });

  it(`ends as an uninterrupted one after kill -9 at ${nMoments} moments, each in a run that resumes`, async () => {
    const random = seeded(20040601);
    const out = join(folder, "killed");
    for (let moment = 0; moment < nMoments; moment++) {
      const run = started(report(out, "--resume", "--workers", String(1 + (moment % 2))));
      await setTimeout(duration * (0.2 + 0.9 * random()));
      run.child.kill("SIGKILL");
      await run.ended;
      if (existsSync(join(out, "manifest.json")) && moment < nMoments - 1) {
        nof1(...report(out, "--resume"));
        expect(digests(out), `moment ${moment}`).toEqual(whole);
        rmSync(out, { recursive: true });
      }
    }
    const last = nof1(...report(out, "--resume", "--workers", "1"));
    expect(last.status).toBe(1);
    expect(digests(out)).toEqual(whole);
  });

  it("ends at Ctrl-C after the patient at work, says how to go on, and does", async () => {
    const out = join(folder, "interrupted");
    const run = started(report(out, "--workers", "1"));
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
    const run = started(report(out, "--workers", "1"));
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
