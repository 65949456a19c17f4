import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const rows = ["0,10,2", "14,2,", "60,3,", "100,6,", "150,10,"];
const file = (ids: readonly string[]) =>
  ["patient,day,score,dose_g_per_kg", ...ids.flatMap((id) => rows.map((row) => `${id},${row}`))].join("\n");
const SUMMARIES = ["index.html", "manifest.json", "results.csv", "results.jsonl"];
/** The intervals don't matter here. */
const quick = ["--interval", "wald"];

describe("nof1 report", () => {
  it("writes result, picture and page of every patient, and an index", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "two.csv"), file(["anna", "bert"]));
      const { code, stdout, stderr } = await runCli([
        "report",
        join(folder, "two.csv"),
        "-o",
        join(folder, "out"),
        ...quick,
      ]);
      expect([code, stdout]).toEqual([0, ""]);
      expect(stderr).toBe(`2 of 2 reports written; open ${join(folder, "out", "index.html")}\n`);
      expect(readdirSync(join(folder, "out")).sort()).toEqual(["anna", "bert", ...SUMMARIES]);
      expect(readdirSync(join(folder, "out", "anna")).sort()).toEqual([
        "chart.svg",
        "report.html",
        "result.json",
      ]);
      const index = readFileSync(join(folder, "out", "index.html"), "utf8");
      expect(index).toContain('href="./anna/report.html"');
      expect(index.match(/<script/gu)).toHaveLength(1);
      expect(index).toContain('src="./bert/chart.svg"');
      expect(index).not.toContain("<svg");
    });
  });

  it("keeps going past a bad file and a patient without an answer, names them, and ends with 1", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "a.csv"), file(["anna"]));
      writeFileSync(join(folder, "b.csv"), "day,score\nx,1\n");
      writeFileSync(join(folder, "c.csv"), "day,score,dose_g_per_kg\n0,10,2\n");
      const { code, stderr } = await runCli([
        "report",
        folder,
        "-o",
        join(folder, "out"),
        "--quiet",
        ...quick,
      ]);
      expect(code).toBe(1);
      expect(stderr).toContain('b.csv:2:day: day must be a number, got "x"');
      expect(stderr).toContain("c.csv: c: Cannot fit");
      const index = readFileSync(join(folder, "out", "index.html"), "utf8");
      for (const words of ["unreadable", "no answer", "done"]) expect(index).toContain(words);
    });
  });

  it("writes nothing when no file can be read", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "b.csv"), "day,score\nx,1\n");
      const { code } = await runCli(["report", join(folder, "b.csv"), "-o", join(folder, "out")]);
      expect(code).toBe(2);
      expect(readdirSync(folder)).toEqual(["b.csv"]);
    });
  });

  it("keeps patients apart whose ids would share a folder, and ids inside the folder", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "x.csv"), file(["../up", "..-up", "UP/../up", "é", "..."]));
      const { code } = await runCli([
        "report",
        join(folder, "x.csv"),
        "-o",
        join(folder, "out"),
        "--quiet",
        ...quick,
      ]);
      expect(code).toBe(0);
      expect(readdirSync(join(folder, "out")).sort()).toEqual([
        "UP-up",
        "index.html",
        "manifest.json",
        "patient",
        "results.csv",
        "results.jsonl",
        "up",
        "up-2",
        "é",
      ]);
      expect(readdirSync(folder).sort()).toEqual(["out", "x.csv"]);
    });
  });
});

describe("nof1 check and nof1 datasets", () => {
  it("check counts what a good file holds and lists what is wrong in a bad one", async () => {
    const good = await runCli(["check", "datasets/kizawa-2006/patient.csv"]);
    expect([good.code, good.stdout]).toEqual([
      0,
      "datasets/kizawa-2006/patient.csv: ok, 1 patient, 5 scores, 3 courses\n",
    ]);
    const bad = await runCli(["check", "-"], "day,score\n1,x\n");
    expect([bad.code, bad.stdout]).toEqual([2, ""]);
    expect(bad.stderr).toContain("standard input:2:score");
  });

  it("datasets lists every set, and prints one that response reads back", async () => {
    const list = await runCli(["datasets"]);
    expect(list.stdout).toContain("kizawa-2006");
    expect(list.stdout).toContain("SYNTHETIC");
    const print = await runCli(["datasets", "kizawa-2006"]);
    expect(print.stdout).toBe(readFileSync("datasets/kizawa-2006/patient.csv", "utf8"));
    const { code } = await runCli(["check", "-"], print.stdout);
    expect(code).toBe(0);
  });
});
