import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { twoPatients } from "../helpers/cohort-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const bin = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));
const numbers = ["--chains", "3", "--draws", "40", "--warmup", "100"];
const argv = ["cohort", "-", "--approximation", "posterior", ...numbers, "--format", "json"];

describe("the chains of a cohort's posterior", () => {
  it("are the same from threads as in turn, and nothing is said of them on a pipe", {
    timeout: 60_000,
  }, async () => {
    const threads = spawnSync(process.execPath, [bin, ...argv], { input: twoPatients, encoding: "utf8" });
    expect([threads.status, threads.stderr]).toEqual([0, ""]);
    const { stdout } = await runCli(argv, twoPatients);
    expect(JSON.parse(threads.stdout)).toEqual(JSON.parse(stdout));
  });

  it("say what is wrong as they do in turn", { timeout: 60_000 }, async () => {
    const wrong = [...argv, "--model", "no-effect"];
    const threads = spawnSync(process.execPath, [bin, ...wrong], { input: twoPatients, encoding: "utf8" });
    const { code, stderr } = await runCli(wrong, twoPatients);
    expect([threads.status, threads.stderr]).toEqual([code, stderr]);
    expect(code).toBe(2);
  });
});
