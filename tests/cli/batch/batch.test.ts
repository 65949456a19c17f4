import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

const quick = ["--interval", "wald", "--workers", "1"];
const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `p${i}`);
const manifestOf = (out: string) => JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));

describe("a batch with bad input among good", () => {
  it("of 200 files with 3 broken ones gives 197 reports, names the three, and ends with 1", {
    timeout: 300_000,
  }, async () => {
    await inFolder(async (folder) => {
      const input = join(folder, "in");
      const out = join(folder, "out");
      mkdirSync(input);
      for (let i = 0; i < 200; i++) writeFileSync(join(input, `${1000 + i}.csv`), patientsCsv([`p${i}`]));
      writeFileSync(join(input, "1003.csv"), "day,score\nx,1\n");
      writeFileSync(join(input, "1077.csv"), Buffer.from([0x64, 0xff, 0xfe]));
      writeFileSync(join(input, "1150.csv"), "patient,day,score,dose_g_per_kg\nlone,0,10,2\n");
      const { code, stdout, stderr } = await runCli(["report", input, "-o", out, ...quick]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain("197 of 200 reports written; 3 without one");
      const { entries, counts, inputs } = manifestOf(out);
      expect(counts).toEqual({ done: 197, "no answer": 1, failed: 0, unreadable: 2 });
      const broken = entries.filter(({ folder: written }: { folder: string | null }) => written === null);
      expect(
        broken.map(({ input: file, status }: Record<string, string>) => [file!.slice(-8), status]),
      ).toEqual([
        ["1003.csv", "unreadable"],
        ["1077.csv", "unreadable"],
        ["1150.csv", "no answer"],
      ]);
      expect(inputs.filter(({ sha256 }: { sha256: string | null }) => sha256 === null)).toHaveLength(2);
      const index = readFileSync(join(out, "index.html"), "utf8");
      expect(index.match(/<img loading="lazy"/gu)).toHaveLength(197);
      for (const name of ["1003.csv", "1077.csv", "lone"]) expect(index).toContain(name);
      expect(readdirSync(out).filter((name) => !name.includes("."))).toHaveLength(197);
    });
  });

  it("stops at the first with --fail-fast, and goes on from there with --resume", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "a.csv");
      const out = join(folder, "out");
      writeFileSync(
        file,
        `${patientsCsv(["a", "b"])}lone,0,10,2\n${patientsCsv(["y", "z"]).replace(/^.*\n/u, "")}`,
      );
      const stopped = await runCli(["report", file, "-o", out, "--fail-fast", ...quick]);
      expect(stopped.code).toBe(1);
      expect(stopped.stderr).toMatch(/lone: Cannot fit[\s\S]*--resume goes on/u);
      expect(readdirSync(out).sort()).toEqual([".nof1", "a", "b"]);
      expect((await runCli(["report", file, "-o", out, "--resume", ...quick])).code).toBe(1);
      expect(manifestOf(out).counts.done).toBe(4);
      await runCli(["report", file, "-o", join(folder, "whole"), ...quick]);
      expect(digests(out)).toEqual(digests(join(folder, "whole")));
    });
  });
});

describe("tables of a batch", () => {
  it("have one line per estimate, with its patient and folder, as the results have them", async () => {
    await inFolder(async (folder) => {
      const out = join(folder, "out");
      writeFileSync(join(folder, "a.csv"), patientsCsv(["=a", "b\nc"]));
      await runCli(["report", join(folder, "a.csv"), "-o", out, ...quick]);
      const result = JSON.parse(readFileSync(join(out, "a", "result.json"), "utf8"));
      const lines = readFileSync(join(out, "results.jsonl"), "utf8")
        .trimEnd()
        .split("\n")
        .map((l) => JSON.parse(l));
      expect(lines).toHaveLength(2 * result.estimates.length);
      expect(lines[0]).toMatchObject({ folder: "a", patient: "=a", ...result.estimates[0] });
      expect(lines.at(-1)).toMatchObject({ folder: "b-c", patient: "b\nc" });
      const csv = readFileSync(join(out, "results.csv"), "utf8");
      expect(csv.split("\n")[0]).toMatch(/^folder,parameter,label,unit,estimate,/u);
      expect(csv).toContain(",'=a,");
      expect(csv.match(/^(a|b-c),/gmu)).toHaveLength(lines.length);
    });
  });
});

describe("ids that try to leave the folder", () => {
  it("get one folder each inside it, however odd, doubled or long they are", async () => {
    await inFolder(async (folder) => {
      const ids = [
        "../../x",
        "CON",
        "a/b",
        "x".repeat(300),
        "😀",
        "𐐀".repeat(80),
        "/etc/passwd",
        "C:\\x",
        ".nof1",
      ];
      const out = join(folder, "deep", "out");
      writeFileSync(join(folder, "a.csv"), patientsCsv(ids));
      writeFileSync(join(folder, "b.csv"), patientsCsv(["a/b", "A-B", "index.html"]));
      const argv = ["report", join(folder, "a.csv"), join(folder, "b.csv"), "-o", out, ...quick];
      expect((await runCli(argv)).code).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(["a.csv", "b.csv", "deep"]);
      expect(readdirSync(join(folder, "deep"))).toEqual(["out"]);
      const written = manifestOf(out).entries.map((entry: { folder: string }) => entry.folder);
      expect(written).toEqual([
        "x",
        "patient-CON",
        "a-b",
        "x".repeat(60),
        "patient",
        "𐐀".repeat(60),
        "etc-passwd",
        "C-x",
        "nof1",
        "a-b-2",
        "A-B-3",
        "index-html",
      ]);
      for (const name of written) expect(readdirSync(join(out, name))).toHaveLength(3);
      const files = ["index.html", "manifest.json", "results.csv", "results.jsonl"];
      expect(readdirSync(out).sort()).toEqual([...written, ...files].sort());
    });
  });
});

describe("a page that lists reports", () => {
  it("stays small, asks for pictures as they are seen, and holds nothing of an id but its text", async () => {
    await inFolder(async (folder) => {
      const out = join(folder, "out");
      writeFileSync(join(folder, "a.csv"), patientsCsv(["</td><script>alert(1)</script>", ...names(2)]));
      await runCli(["report", join(folder, "a.csv"), "-o", out, ...quick]);
      const index = readFileSync(join(out, "index.html"), "utf8");
      expect(index.match(/<script/gu)).toHaveLength(1);
      expect(index).not.toMatch(/(src|href)="(?!\.\/)/u);
      const [row] = index.match(/<tr><th scope="row">.*?<\/tr>/su)!;
      expect(row.length).toBeLessThan(1500);
    });
  });
});
