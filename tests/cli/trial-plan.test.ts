import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const planned = [
  "design",
  "randomized-pairs",
  "--treatments",
  "saline,IVIG",
  "--n-pairs",
  "2",
  "--seed",
  "1",
];
const trial = "treatment,score\nsaline,7\nIVIG,3\nIVIG,2\nsaline,6\n";

/** Runs a test with the plan of two pairs, tested one-sided at 75 %. */
async function withPlan(test: (plan: string) => Promise<void>, ...flags: string[]): Promise<void> {
  await inFolder(async (folder) => {
    const out = join(folder, "planned");
    const options = [
      "--improvement",
      "decrease",
      "--sides",
      "1",
      "--level",
      "0.7",
      "--threshold",
      "2",
      ...flags,
    ];
    expect((await runCli([...planned, ...options, "-o", out])).code).toBe(0);
    await test(join(out, "plan.json"));
  });
}

describe("nof1 trial --plan", () => {
  it("takes everything that is planned from the plan, and keeps its hash with the result", async () => {
    await withPlan(async (plan) => {
      const { code, stdout, stderr } = await runCli(
        ["trial", "-", "--plan", plan, "--format", "json"],
        trial,
      );
      expect([code, stderr]).toEqual([0, ""]);
      const [{ randomization, provenance, warnings }] = JSON.parse(stdout);
      expect(randomization).toMatchObject({ sides: 1, pValue: 0.25, improvement: "decrease" });
      expect(provenance.options).toMatchObject({ threshold: 2, level: 0.7, design: "randomized-pairs" });
      const sha256 = createHash("sha256").update(readFileSync(plan)).digest("hex");
      expect(provenance.options.plan).toEqual({ sha256, deviations: [], reason: null });
      expect(warnings).toEqual([]);
    });
  });

  it("does not mind other spaces, another order of keys, or flags that say the same", async () => {
    await withPlan(async (plan) => {
      const found = JSON.parse(readFileSync(plan, "utf8"));
      writeFileSync(plan, JSON.stringify(Object.fromEntries(Object.entries(found).reverse()), null, 4));
      const same = ["--design", "randomized-pairs", "--sides", "1", "--level", "0.7", "--n-pairs", "2"];
      expect((await runCli(["trial", "-", "--plan", plan, ...same], trial)).code).toBe(0);
    });
  });

  it("refuses a plan that was changed, and one whose hash nobody stored", async () => {
    await withPlan(async (plan) => {
      const text = readFileSync(plan, "utf8");
      writeFileSync(plan, text.replace('"threshold":2', '"threshold":1'));
      const changed = await runCli(["trial", "-", "--plan", plan], trial);
      expect([changed.code, changed.stdout]).toEqual([2, ""]);
      expect(changed.stderr).toMatch(/the plan is not the one that was hashed before unblinding/u);
      writeFileSync(plan, text);
      const hash = createHash("sha256").update(text).digest("hex");
      rmSync(plan.replace(".json", ".sha256"));
      const unknown = await runCli(["trial", "-", "--plan", plan], trial);
      expect([unknown.code, unknown.stdout]).toEqual([2, ""]);
      expect(unknown.stderr).toMatch(/the SHA-256 that was stored before unblinding is needed/u);
      expect((await runCli(["trial", "-", "--plan", plan, "--plan-sha256", hash], trial)).code).toBe(0);
      const other = ["--plan-sha256", hash.replace(/^./u, (digit) => (digit === "0" ? "1" : "0"))];
      expect((await runCli(["trial", "-", "--plan", plan, ...other], trial)).code).toBe(2);
    });
  });

  it("refuses a plan of which no analysis can be made, or that is none", async () => {
    await withPlan(async (plan) => {
      const found = JSON.parse(readFileSync(plan, "utf8"));
      const refused = async (change: object): Promise<string> => {
        writeFileSync(plan, JSON.stringify({ ...found, ...change }));
        const { code, stderr } = await runCli(["trial", "-", "--plan", plan], trial);
        expect(code).toBe(2);
        return stderr;
      };
      expect(await refused({ design: "pairs", statistic: "median" })).toMatch(
        /the design "pairs" is not known\n.*the statistic "median" is not known/u,
      );
      expect(await refused({ settings: { treatments: "saline", nPairs: 2 } })).toMatch(
        /the settings make no design "randomized-pairs": treatments must be a list of names/u,
      );
      expect(await refused({ level: 95 })).toMatch(/plan.json:level: /u);
    });
  });

  it("refuses an analysis that departs from the plan, with everything that differs", async () => {
    await withPlan(async (plan) => {
      const flags = ["--statistic", "nap", "--sides", "2", "--level", "0.9", "--threshold", "1"];
      const { code, stdout, stderr } = await runCli(["trial", "-", "--plan", plan, ...flags], trial);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toBe(
        [
          "nof1: --plan: statistic: mean-difference was planned, got nap",
          "nof1: --plan: sides: 1 was planned, got 2",
          "nof1: --plan: level: 0.7 was planned, got 0.9",
          "nof1: --plan: threshold: 2 was planned, got 1",
          "nof1: an analysis that departs from its plan needs --deviation and a reason, which is reported with the result",
          "",
        ].join("\n"),
      );
    });
  });

  it("reports a departure with its reason, before anything else", async () => {
    await withPlan(async (plan) => {
      const argv = [
        "trial",
        "-",
        "--plan",
        plan,
        "--sides",
        "2",
        "--deviation",
        "the reviewers asked for it",
      ];
      const [{ warnings, provenance }] = JSON.parse(
        (await runCli([...argv, "--format", "json"], trial)).stdout,
      );
      expect(warnings[0]).toEqual({
        code: "plan-deviation",
        message: "Not as planned: sides: 1 was planned, got 2. Reason given: the reviewers asked for it.",
      });
      expect(provenance.options.plan).toMatchObject({
        deviations: ["sides: 1 was planned, got 2"],
        reason: "the reviewers asked for it",
      });
      expect((await runCli(argv, trial)).stdout).toContain("Not as planned: sides: 1 was planned, got 2.");
    });
  });

  it("refuses a file that the planned design could not have given", async () => {
    await withPlan(async (plan) => {
      const { code, stderr } = await runCli(
        ["trial", "-", "--plan", plan],
        trial.replace("IVIG,2\nsaline,6", "IVGI,2\nsaline,6"),
      );
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /:4:treatment: treatment must be one of saline, IVIG, got "IVGI"; did you mean "IVIG"/u,
      );
      const short = await runCli(["trial", "-", "--plan", plan], `${trial}saline,6\nIVIG,2\n`);
      expect(short.code).toBe(2);
      expect(short.stderr).toMatch(/the design needs 4 periods of patient, got 6/u);
    });
  });
});
