import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";
import {
  holdsLock,
  nof1,
  SLOW,
  type Started,
  seeded,
  started,
  until,
} from "../../helpers/batch-processes.ts";

const N_MOMENTS = 20;
const N_PATIENTS = 9;

describe("kill -9", { timeout: SLOW }, () => {
  let folder: string;
  let whole: Record<string, string>;
  /** How long a run that is left alone writes to its output, in milliseconds. */
  let writingMs: number;
  const report = (out: string, ...more: string[]): string[] => [
    ...["report", join(folder, "a.csv"), join(folder, "b.csv"), "-o", out],
    ...["--interval", "wald", "--quiet", ...more],
  ];
  const kill = async (run: Started): Promise<void> => {
    run.child.kill("SIGKILL");
    await run.ended;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "nof1-test-"));
    const ids = Array.from({ length: N_PATIENTS }, (_, i) => `p${i % 7}`);
    writeFileSync(join(folder, "a.csv"), `${patientsCsv(ids.slice(0, 5))}lone,0,10,2\n`);
    writeFileSync(join(folder, "b.csv"), patientsCsv(ids.slice(3)));
    const out = join(folder, "whole");
    const run = started(...report(out, "--workers", "1"));
    await until(() => holdsLock(run, out), run);
    const start = performance.now();
    expect(await run.ended).toBe(1);
    writingMs = performance.now() - start;
    whole = digests(out);
    expect(Object.keys(whole).length).toBeGreaterThan(3 * N_PATIENTS);
  }, SLOW);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`at ${N_MOMENTS} moments of runs that resume loses nothing and repeats nothing`, async () => {
    const random = seeded(20040601);
    const out = join(folder, "killed");
    let nKilled = 0;
    for (let moment = 0; moment < N_MOMENTS; moment++) {
      const run = started(...report(out, "--resume", "--workers", String(1 + (moment % 2))));
      await until(() => holdsLock(run, out), run);
      // Most of them: a run that goes on has less to do.
      await setTimeout(0.8 * writingMs * random());
      await kill(run);
      if (run.child.signalCode === "SIGKILL") nKilled++;
      if (existsSync(join(out, "manifest.json")) && moment < N_MOMENTS - 1) {
        nof1(...report(out, "--resume", "--workers", "1"));
        expect(digests(out), `moment ${moment}`).toEqual(whole);
        rmSync(out, { recursive: true });
      }
    }
    expect(nKilled).toBeGreaterThan(N_MOMENTS / 2);
    const last = nof1(...report(out, "--resume", "--workers", "1"));
    expect(last.status).toBe(1);
    expect(digests(out)).toEqual(whole);
  });

  it("while the index is written leaves what --resume makes whole", async () => {
    const out = join(folder, "index");
    const index = join(out, ".nof1", "temporary", "index.html");
    let isHalf = false;
    for (let i = 0; i < 10 && !isHalf; i++) {
      rmSync(out, { recursive: true, force: true });
      const run = started(...report(out, "--workers", "1"));
      await until(() => existsSync(index), run);
      await kill(run);
      isHalf = existsSync(index);
    }
    expect([isHalf, existsSync(join(out, "manifest.json"))]).toEqual([true, false]);
    expect(nof1(...report(out, "--resume", "--workers", "1")).status).toBe(1);
    expect(digests(out)).toEqual(whole);
  });

  it("of a merge writes nothing of the output, and the next merge takes away what it left", async () => {
    const parts = [1, 2].map((part) => join(folder, `part-${part}`));
    parts.forEach((out, i) => {
      nof1(...report(out, "--shard", `${i + 1}/2`, "--workers", "1"));
    });
    const home = join(folder, "merging");
    const out = join(home, "merged");
    const place = `${out}.merging.tmp`;
    const random = seeded(7);
    const merge = () => started("merge", ...parts, "-o", out, "--quiet");
    const alone = merge();
    await until(() => existsSync(place), alone);
    const start = performance.now();
    await alone.ended;
    const mergingMs = performance.now() - start;
    expect(digests(out)).toEqual(whole);
    let nHalf = 0;
    for (let moment = 0; moment < 8; moment++) {
      rmSync(out, { recursive: true, force: true });
      const run = merge();
      await until(() => holdsLock(run, place), run);
      await setTimeout(mergingMs * random());
      await kill(run);
      if (existsSync(out)) expect(digests(out)).toEqual(whole);
      else nHalf++;
    }
    expect(nHalf).toBeGreaterThan(0);
    rmSync(out, { recursive: true, force: true });
    expect(await merge().ended).toBe(1);
    expect(readdirSync(home)).toEqual(["merged"]);
    expect(digests(out)).toEqual(whole);
  });

  it("has a kinder sister: at Ctrl-C a merge ends and leaves nothing behind", async () => {
    const parts = [1, 2].map((part) => join(folder, `part-${part}`));
    const home = join(folder, "interrupted");
    const out = join(home, "merged");
    const run = started("merge", ...parts, "-o", out);
    await until(() => existsSync(join(`${out}.merging.tmp`, "merged")), run);
    run.child.kill("SIGINT");
    // It may have been too late, on a fast machine.
    const wasInTime = (await run.ended) === 130;
    expect(run.said()).toContain(wasInTime ? `nothing was written to ${out}` : "reports written");
    expect(readdirSync(home)).toEqual(wasInTime ? [] : ["merged"]);
  });
});
