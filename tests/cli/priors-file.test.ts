import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const simple = "day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,\n";

/** Runs `nof1 response` with a file of priors, in a folder where nothing else stands. */
async function withPriors(
  priors: object | string,
  test: (answer: Awaited<ReturnType<typeof runCli>>, left: string[]) => void,
  flags: string[] = [],
) {
  await inFolder(async (folder) => {
    const file = join(folder, "mine.json");
    writeFileSync(file, typeof priors === "string" ? priors : JSON.stringify(priors));
    const output = ["-o", join(folder, "out.json"), "--format", "json"];
    const answer = await runCli(
      ["response", "-", "--priors", file, ...(flags.length > 0 ? flags : output)],
      simple,
    );
    test({ ...answer, stderr: answer.stderr.replaceAll(`${folder}/`, "") }, readdirSync(folder).sort());
  });
}

describe("--priors FILE", () => {
  it("is used, named and printed in the result", async () => {
    const priors = { name: "mine", base: "informed", parameters: { T50: { mean: 4, sd: 0.2 } } };
    const flags = ["--format", "json", "--interval", "wald"];
    await withPriors(
      priors,
      ({ code, stdout }) => {
        expect(code).toBe(0);
        const [result] = JSON.parse(stdout);
        expect(result.priors.set).toBe("mine");
        expect(result.provenance.options.priors).toBe("mine");
        const used = (name: string) =>
          result.priors.parameters.find((row: { parameter: string }) => row.parameter === name);
        expect(used("log T50")).toEqual({ parameter: "log T50", mean: 4, around: null, sd: 0.2 });
        expect(used("logit relief")).toMatchObject({ mean: 0.85, sd: 1.1 });
      },
      flags,
    );
  });

  it("works for the parameters of any model", async () => {
    const priors = { name: "slow", parameters: { wearOffHalfTime: { mean: 4.5, sd: 0.1 } } };
    const flags = ["--model", "bateman", "--format", "json", "--interval", "wald"];
    await withPriors(
      priors,
      ({ code, stdout }) => {
        expect(code).toBe(0);
        const { parameters } = JSON.parse(stdout)[0].priors;
        expect(parameters.at(-1)).toEqual({
          parameter: "log wearOffHalfTime",
          mean: 4.5,
          around: null,
          sd: 0.1,
        });
      },
      flags,
    );
  });

  it("with a flat parameter goes by profile, and refuses a posterior", async () => {
    const priors = { name: "open", parameters: { T50: { mean: 4, sd: null } }, noEffectProbability: 0 };
    await withPriors(
      priors,
      ({ code, stdout }) => {
        expect([code, JSON.parse(stdout)[0].provenance.options.interval]).toEqual([0, "profile"]);
      },
      ["--format", "json"],
    );
    await withPriors(
      priors,
      ({ code, stderr }) => {
        expect(code).toBe(2);
        expect(stderr).toContain('needs proper priors on every parameter, got the set "open"');
      },
      ["--interval", "posterior"],
    );
  });

  it("that is wrong ends with 2, says every problem under its file and path, and nothing is written", async () => {
    const priors = {
      name: "mine",
      residualSd: { mean: 0, sd: null },
      parameters: { relif: { mean: 0, sd: 1 } },
      base: "x",
    };
    await withPriors(priors, ({ code, stdout, stderr }, left) => {
      expect([code, stdout, left]).toEqual([2, "", ["mine.json"]]);
      expect(stderr).toBe(
        "mine.json:residualSd.sd: residualSd.sd must be a number above 0: residualSd cannot be flat, for rounded scores then have no answer, got null\n",
      );
    });
    await withPriors({ ...priors, residualSd: undefined }, ({ code, stderr }, left) => {
      expect([code, left]).toEqual([2, ["mine.json"]]);
      expect(stderr.split("\n")).toEqual([
        'mine.json:base: base must be one of default, informed, sceptical, flat, got "x"',
        'mine.json:relif: unknown parameter "relif"; did you mean `relief`?',
        "",
      ]);
    });
    await withPriors("not json", ({ code, stderr }, left) => {
      expect([code, left]).toEqual([2, ["mine.json"]]);
      expect(stderr).toMatch(/^mine\.json: the text is not valid JSON/u);
    });
  });

  it("that is not there, or is the standard input, says what there is", async () => {
    const missing = await runCli(["response", "-", "--priors", "infromed"], simple);
    expect([missing.code, missing.stdout]).toEqual([2, ""]);
    expect(missing.stderr).toBe(
      "nof1: --priors needs one of default, informed, sceptical, flat, or a JSON file; infromed: cannot be read: no such file\n",
    );
    const stdin = await runCli(["response", "a.csv", "--priors", "-"], "{}");
    expect(stdin.code).toBe(2);
    expect(stdin.stderr).toContain("the standard input is for patients");
  });

  it("holds for a report, which is not begun where it is wrong", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "a.csv"), simple);
      writeFileSync(join(folder, "priors.txt"), '{ "name": "" }');
      const argv = [
        "report",
        join(folder, "a.csv"),
        "-o",
        join(folder, "out"),
        "--priors",
        join(folder, "priors.txt"),
      ];
      expect((await runCli(argv)).code).toBe(2);
      expect(readdirSync(folder).sort()).toEqual(["a.csv", "priors.txt"]);
    });
  });
});
