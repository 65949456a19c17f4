import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { runCli } from "../helpers/run-cli.ts";

const names = commands.map(({ name }) => name);

describe("every command", () => {
  it("is in the registry under a name of its own", () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(15);
  });

  it.each(names)(
    "%s takes --level, --seed, --format, --output and --quiet, as its help says",
    async (name) => {
      const { code, stdout } = await runCli([name, "--help"]);
      expect(code).toBe(0);
      for (const option of [
        "--level <level>",
        "--seed <seed>",
        "--format <format>",
        "--output <path>",
        "--quiet",
      ])
        expect(stdout).toContain(option);
    },
  );

  it.each(names)("%s refuses a level outside (0, 1) and a seed that is not whole", async (name) => {
    const level = await runCli([name, "x", "y", "--level", "95"]);
    expect([level.code, level.stderr]).toEqual([
      2,
      expect.stringContaining("a number between 0 and 1 is needed"),
    ]);
    const seed = await runCli([name, "x", "y", "--seed", "1.5"]);
    expect([seed.code, seed.stderr]).toEqual([2, expect.stringContaining("a whole number is needed")]);
  });
});

describe("commands that draw nothing", () => {
  it("proportion keeps the seed among the options of the result, and draws nothing", async () => {
    const { stdout } = await runCli([
      "proportion",
      "18",
      "22",
      "--seed",
      "7",
      "--level",
      "0.9",
      "--format",
      "json",
    ]);
    const [{ provenance, estimates }] = JSON.parse(stdout);
    expect(provenance.seed).toBeNull();
    expect(provenance.options).toMatchObject({ seed: 7, level: 0.9 });
    expect(estimates[0].level).toBe(0.9);
  });

  it("check and datasets say in their help that there is nothing to draw", async () => {
    for (const name of ["check", "datasets"])
      expect((await runCli([name, "--help"])).stdout.replace(/\s+/gu, " ")).toContain(
        "nothing here is drawn",
      );
    const { code } = await runCli(
      ["check", "-", "--level", "0.9", "--seed", "3"],
      "series,events,n\nA,1,2\n",
    );
    expect(code).toBe(0);
  });
});
