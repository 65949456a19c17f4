import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

const quick = ["--interval", "wald", "--workers", "1"];

/** A folder with a file of two patients, and the command that reports them. */
async function withFile(
  test: (given: {
    folder: string;
    out: string;
    report: (...more: string[]) => ReturnType<typeof runCli>;
  }) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const out = join(folder, "out");
    writeFileSync(join(folder, "a.csv"), patientsCsv(["anna", "bert"]));
    await test({
      folder,
      out,
      report: (...more) => runCli(["report", join(folder, "a.csv"), "-o", out, ...quick, ...more]),
    });
  });
}

/** Leaves an output as a run does that was killed after the first patient. */
async function unfinished(
  out: string,
  report: (...more: string[]) => ReturnType<typeof runCli>,
): Promise<void> {
  await report("--fail-fast");
  expect(existsSync(join(out, ".nof1", "run.json"))).toBe(true);
}

describe("an output that is not new", () => {
  it("is left alone where nof1 report did not write it", async () => {
    await withFile(async ({ out, report }) => {
      mkdirSync(out);
      writeFileSync(join(out, "thesis.doc"), "all I have");
      for (const more of [[], ["--resume"], ["--replace"]]) {
        const { code, stderr } = await report(...more);
        expect([code, readdirSync(out)]).toEqual([2, ["thesis.doc"]]);
        expect(stderr).toContain("holds files that are not of nof1 report (thesis.doc)");
      }
    });
  });

  it("is refused where it is finished, confirmed with --resume, and written anew with --replace", async () => {
    await withFile(async ({ folder, out, report }) => {
      await report();
      const before = digests(out);
      const again = await report();
      expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("add --replace")]);
      const resumed = await report("--resume");
      expect([resumed.code, resumed.stderr]).toEqual([0, expect.stringContaining("is complete: 2 of 2")]);
      expect(digests(out)).toEqual(before);
      expect(readdirSync(out)).not.toContain(".nof1");
      renameSync(join(out, "bert"), join(folder, "bert"));
      expect((await report("--resume")).stderr).toContain("lacks bert of its finished run");
      renameSync(join(folder, "bert"), join(out, "bert"));
      writeFileSync(join(folder, "a.csv"), patientsCsv(["carla"]));
      writeFileSync(join(out, "notes.txt"), "mine");
      const kept = await report("--replace");
      expect([kept.code, kept.stderr]).toEqual([2, expect.stringContaining("it holds notes.txt")]);
      rmSync(join(out, "notes.txt"));
      expect(digests(out)).toEqual(before);
      const manifest = readFileSync(join(out, "manifest.json"), "utf8");
      writeFileSync(join(out, "manifest.json"), manifest.replace('"folder":"bert"', '"folder":".."'));
      expect((await report("--replace")).stderr).toContain("it holds bert");
      expect(readdirSync(folder).sort()).toEqual(["a.csv", "out"]);
      writeFileSync(join(out, "manifest.json"), manifest);
      expect((await report("--replace")).code).toBe(0);
      expect(readdirSync(out).filter((name) => !name.includes("."))).toEqual(["carla"]);
    });
  });

  it("is not resumed with other options, another seed, other files or other contents", async () => {
    await inFolder(async (folder) => {
      const [file, out] = [join(folder, "a.csv"), join(folder, "out")];
      const text = `${patientsCsv(["anna"])}lone,0,10,2\n`;
      writeFileSync(file, text);
      const report = (...more: string[]) => runCli(["report", file, "-o", out, ...quick, ...more]);
      await unfinished(out, report);
      const plain = await report();
      expect([plain.code, plain.stderr]).toEqual([2, expect.stringContaining("add --resume to finish it")]);
      expect((await report("--resume", "--level", "0.9")).stderr).toContain("the options (level)");
      expect((await report("--resume", "--seed", "2")).stderr).toContain("the seed (1 against 2)");
      expect((await report("--resume", "--shard", "1/2")).stderr).toContain("the shard");
      writeFileSync(join(folder, "b.csv"), text);
      expect((await report(join(folder, "b.csv"), "--resume")).stderr).toContain("the list of input files");
      writeFileSync(file, `${text}\n`);
      const changed = await report("--resume");
      expect([changed.code, changed.stderr]).toEqual([2, expect.stringContaining(`the content of ${file}`)]);
      writeFileSync(file, text);
      const { versions, ...run } = JSON.parse(readFileSync(join(out, ".nof1", "run.json"), "utf8"));
      writeFileSync(
        join(out, ".nof1", "run.json"),
        JSON.stringify({ ...run, versions: { ...versions, nof1: "9.9.9" } }),
      );
      expect((await report("--resume")).stderr).toContain("the version (nof1 9.9.9");
    });
  });

  it("is finished the same where the run was killed between the last report and the end", async () => {
    await withFile(async ({ out, report }) => {
      await report();
      const whole = digests(out);
      const { entries: _, counts: __, ...run } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
      mkdirSync(join(out, ".nof1", "temporary", "half"), { recursive: true });
      writeFileSync(join(out, ".nof1", "temporary", "results.csv"), "folder,par");
      expect((await report("--resume")).stderr).toContain("is complete");
      expect(digests(out)).toEqual(whole);
      mkdirSync(join(out, ".nof1", "temporary", "half"), { recursive: true });
      writeFileSync(join(out, ".nof1", "run.json"), JSON.stringify(run));
      for (const name of ["manifest.json", "results.jsonl"]) rmSync(join(out, name));
      expect((await report("--resume")).code).toBe(0);
      expect(digests(out)).toEqual(whole);
    });
  });

  it("holds an empty batch where there are more shards than patients", async () => {
    await withFile(async ({ out, report }) => {
      const { code, stderr } = await report("--shard", "3/3");
      expect([code, stderr]).toEqual([0, expect.stringContaining("0 of 0 reports written")]);
      expect(readdirSync(out)).toHaveLength(4);
    });
  });

  it("says so where it cannot be written", async () => {
    await withFile(async ({ folder, out, report }) => {
      writeFileSync(out, "a file");
      const { code, stderr } = await report();
      expect([code, stderr]).toEqual([2, `${out}: cannot be written: a part of the path is not a folder\n`]);
      if (process.getuid?.() === 0) return;
      mkdirSync(join(folder, "locked"));
      chmodSync(join(folder, "locked"), 0o555);
      const refused = await runCli([
        "report",
        join(folder, "a.csv"),
        "-o",
        join(folder, "locked", "out"),
        ...quick,
      ]);
      expect([refused.code, refused.stderr]).toEqual([
        2,
        expect.stringContaining("cannot be written: no permission"),
      ]);
    });
  });
});

describe("two runs on one output", () => {
  const lockOf = (out: string, holder: object): void => {
    mkdirSync(join(out, ".nof1"), { recursive: true });
    writeFileSync(
      join(out, ".nof1", "lock"),
      JSON.stringify({ host: hostname(), started: null, token: "t", ...holder }),
    );
  };

  it("refuse each other while the first lives, also on another machine", async () => {
    await withFile(async ({ out, report }) => {
      lockOf(out, { pid: process.pid });
      const { code, stderr } = await report("--resume");
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`is being written by process ${process.pid}`),
      ]);
      lockOf(out, { pid: 1, host: "elsewhere" });
      expect((await report()).stderr).toContain("on elsewhere; if it is over, remove");
      expect(readdirSync(out)).toEqual([".nof1"]);
    });
  });

  it("take no notice of a lock whose process is gone, or whose number another has now", async () => {
    await withFile(async ({ out, report }) => {
      lockOf(out, { pid: 2 ** 22 + 1 });
      expect((await report()).code).toBe(0);
      lockOf(out, { pid: process.pid, started: "another boot" });
      expect((await report("--resume")).code).toBe(0);
      expect(readdirSync(out)).not.toContain(".nof1");
    });
  });
});
