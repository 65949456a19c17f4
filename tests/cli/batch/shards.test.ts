import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

const quick = ["--interval", "wald", "--workers", "1"];

/** A batch of 18 rows, one of them without an answer and one that can't be read, and how parts of it are made. */
async function withShards(
  test: (given: {
    folder: string;
    report: (out: string, ...more: string[]) => ReturnType<typeof runCli>;
    merge: (...parts: string[]) => ReturnType<typeof runCli>;
    merged: string;
  }) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const ids = Array.from({ length: 10 }, (_, i) => `p${i}`);
    writeFileSync(join(folder, "a.csv"), `${patientsCsv(ids)}lone,0,10,2\n`);
    writeFileSync(join(folder, "b.csv"), "day,score\nx,1\n");
    writeFileSync(join(folder, "c.csv"), patientsCsv(ids.slice(4)));
    const files = ["a.csv", "b.csv", "c.csv"].map((name) => join(folder, name));
    const merged = join(folder, "merged");
    await test({
      folder,
      merged,
      report: (out, ...more) => runCli(["report", ...files, "-o", out, ...quick, ...more]),
      merge: (...parts) => runCli(["merge", ...parts, "-o", merged]),
    });
  });
}

describe("shards", () => {
  it("1/7 to 7/7, merged in any order, are one run byte for byte", async () => {
    await withShards(async ({ folder, report, merge, merged }) => {
      expect((await report(join(folder, "whole"))).code).toBe(1);
      const parts = [3, 7, 1, 5, 2, 6, 4].map((part) => join(folder, `part-${part}`));
      const codes: number[] = [];
      for (const part of parts) codes.push((await report(part, "--shard", `${part.at(-1)}/7`)).code);
      // Rows 10 and 11 are without a report: shards 4 and 5.
      expect(codes).toEqual([0, 0, 0, 1, 0, 0, 1]);
      writeFileSync(join(parts[0]!, "p2", ".DS_Store"), "not of the report");
      const { code, stderr } = await merge(...parts);
      expect([code, stderr]).toEqual([1, expect.stringContaining("16 of 18 reports written; 2 without one")]);
      expect(digests(merged)).toEqual(digests(join(folder, "whole")));
      expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    });
  });

  it("tell of the files that are theirs and can't be read, not of the others'", async () => {
    await withShards(async ({ folder, report }) => {
      expect((await report(join(folder, "one"), "--shard", "1/7")).stderr).not.toContain("b.csv");
      expect((await report(join(folder, "five"), "--shard", "5/7")).stderr).toContain("b.csv:2:day");
    });
  });
});

describe("nof1 merge", () => {
  it("refuses shards that are missing, doubled, not finished or whole, and names them", async () => {
    await withShards(async ({ folder, report, merge, merged }) => {
      const [one, two, three, whole] = ["one", "two", "three", "whole"].map((name) => join(folder, name));
      await report(one!, "--shard", "1/3");
      await report(three!, "--shard", "3/3");
      await report(whole!);
      const refused = async (...parts: string[]): Promise<string> => {
        const { code, stderr } = await merge(...parts);
        expect([code, existsSync(merged)]).toEqual([2, false]);
        return stderr;
      };
      expect(await refused(three!, one!)).toBe("nof1: cannot merge: missing of 3 shards: 2\n");
      expect(await refused(one!, three!, one!)).toContain("are both shard 1/3");
      expect(await refused(whole!, one!, three!)).toContain("is a whole batch, not a shard");
      expect(await refused(one!, join(folder, "nowhere"), three!)).toContain("nowhere holds no shard");
      expect((await report(two!, "--shard", "2/3", "--fail-fast")).code).toBe(1);
      expect(await refused(one!, two!, three!)).toContain(
        `${two} is not finished; run it again with --resume before merging`,
      );
    });
  });

  it("refuses shards of other versions, options or inputs", async () => {
    await withShards(async ({ folder, report, merge, merged }) => {
      const [one, two] = [join(folder, "one"), join(folder, "two")];
      await report(one, "--shard", "1/2");
      await report(two, "--shard", "2/2", "--level", "0.9");
      const other = await merge(one, two);
      expect([other.code, other.stderr]).toEqual([2, expect.stringContaining("differs from")]);
      expect(other.stderr).toContain("the options (level)");
      await report(two, "--shard", "2/2", "--replace");
      const manifest = join(two, "manifest.json");
      const text = readFileSync(manifest, "utf8");
      for (const [from, to, words] of [
        [/"nof1": "[^"]*"/u, '"nof1": "9.9.9"', "against nof1 9.9.9"],
        [/"node": "[^"]*"/u, '"node": "1.2.3"', "on Node 1.2.3"],
        [/"sha256": "[^"]*"/u, '"sha256": "0"', "the content of"],
      ] as const) {
        writeFileSync(manifest, text.replace(from, to));
        const { code, stderr } = await merge(one, two);
        expect([code, stderr, existsSync(merged)]).toEqual([2, expect.stringContaining(words), false]);
      }
      rmSync(manifest);
      const broken = await merge(one, two);
      expect([broken.code, existsSync(merged)]).toEqual([2, false]);
    });
  });

  it("refuses a shard that lost a file, and one whose manifest leads elsewhere", async () => {
    await withShards(async ({ folder, report, merge, merged }) => {
      const [one, two] = [join(folder, "one"), join(folder, "two")];
      await report(one, "--shard", "1/2");
      await report(two, "--shard", "2/2");
      cpSync(two, join(folder, "kept"), { recursive: true });
      rmSync(join(two, "p1", "chart.svg"));
      const lost = await merge(one, two);
      expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining("its chart.svg is missing")]);
      rmSync(two, { recursive: true });
      cpSync(join(folder, "kept"), two, { recursive: true });
      const manifest = join(two, "manifest.json");
      writeFileSync(
        manifest,
        readFileSync(manifest, "utf8").replace('"folder":"p1"', '"folder":"../../etc"'),
      );
      const tampered = await merge(one, two);
      expect([tampered.code, tampered.stderr]).toEqual([
        2,
        expect.stringContaining('names a report "../../etc"'),
      ]);
      expect([existsSync(merged), readdirSync(folder).filter((name) => name.endsWith(".tmp"))]).toEqual([
        false,
        [],
      ]);
    });
  });

  it("refuses an output that another merge writes, one that is not empty, and a place that is not its own", async () => {
    await withShards(async ({ folder, report, merge, merged }) => {
      const parts = [join(folder, "one"), join(folder, "two")];
      await report(parts[0]!, "--shard", "1/2");
      await report(parts[1]!, "--shard", "2/2");
      const state = join(`${merged}.merging.tmp`, ".nof1");
      mkdirSync(state, { recursive: true });
      const holder = { pid: process.pid, host: hostname(), started: null, token: "t" };
      writeFileSync(join(state, "lock"), JSON.stringify(holder));
      const held = await merge(...parts);
      expect([held.code, held.stderr]).toEqual([
        2,
        expect.stringContaining(`${merged} is being written by process ${process.pid}`),
      ]);
      rmSync(state, { recursive: true });
      writeFileSync(join(`${merged}.merging.tmp`, "thesis.doc"), "all I have");
      expect((await merge(...parts)).stderr).toContain("holds thesis.doc, which is not of nof1 merge");
      rmSync(`${merged}.merging.tmp`, { recursive: true });
      mkdirSync(merged);
      writeFileSync(join(merged, "thesis.doc"), "all I have");
      expect((await merge(...parts)).code).toBe(2);
      expect(readdirSync(merged)).toEqual(["thesis.doc"]);
      rmSync(join(merged, "thesis.doc"));
      expect((await merge(...parts)).code).toBe(1);
      expect((await merge(...parts)).stderr).toContain("holds a batch already");
      expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    });
  });
});
