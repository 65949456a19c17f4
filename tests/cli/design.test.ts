import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { trialPlanSchema } from "../../src/schema/trial-plan.ts";
import { blindedScheduleSchema, trialScheduleSchema } from "../../src/schema/trial-schedule.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const basic = ["design", "randomized-pairs", "--treatments", "saline,IVIG", "--n-pairs", "4"];
const days = ["--period-days", "168", "--washout", "14", "--run-in", "7"];

describe("nof1 design", () => {
  it("prints the schedule with its seed, the size of the space and the smallest p-value", async () => {
    const { code, stdout, stderr } = await runCli([...basic, ...days, "--seed", "1"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(
      "8 periods of 168 days, 14 days between one and the next, after a run-in of 7 days",
    );
    expect(stdout).toContain("could have given 16 assignments");
    expect(stdout).toContain("0.063 one-sided and 0.13 two-sided");
    expect(stdout).toContain("nothing can be found at the level of 5 %");
    expect(stdout).toContain("seed 1");
  });

  it("gives the schedule by its schema, the same for the same seed, another one unasked", async () => {
    const read = async (...seed: string[]) => {
      const { stdout } = await runCli([...basic, ...days, ...seed, "--format", "json"]);
      return trialScheduleSchema.parse(JSON.parse(stdout)[0]);
    };
    const one = await read("--seed", "1");
    expect(await read("--seed", "1")).toEqual(one);
    expect(one.periods[1]).toMatchObject({ period: 2, block: 1, firstDay: 190, lastDay: 357 });
    const [drawn, again] = [await read(), await read()];
    expect(drawn.provenance.seed).not.toBe(again.provenance.seed);
    expect((await read("--seed", String(drawn.provenance.seed))).periods).toEqual(drawn.periods);
  });

  it("makes designs of every form from their settings", async () => {
    const forms = [
      ["ab", "a,b", "--n-scores", "13", "--minimum-length", "3"],
      ["completely-randomized", "a,b,c", "--n-periods", "2,2,2"],
      ["wampold-worsham", "a,b", "--n-scores", "12", "--starts", "4/6/8", "--patients", "Ana,Bo,Cy"],
      ["williams", "a,b,c", "--n-patients", "6"],
      ["randomized-blocks", "a,b", "--set", "nBlocks=3", "--set", "perBlock=2,1"],
    ];
    const counts = ["8", "90", "6", "720", "27"];
    for (const [i, [name, treatments, ...flags]] of forms.entries()) {
      const argv = [
        "design",
        name!,
        "--treatments",
        treatments!,
        ...flags,
        "--seed",
        "1",
        "--format",
        "json",
      ];
      const { code, stdout, stderr } = await runCli(argv);
      expect([code, stderr], name).toEqual([0, ""]);
      expect(JSON.parse(stdout)[0].nPossible, name).toBe(counts[i]);
    }
  });

  it("writes two folders that can be handed out apart, and a plan with its hash", async () => {
    await inFolder(async (folder) => {
      const out = join(folder, "new", "trial");
      const argv = [
        ...basic,
        ...days,
        "--seed",
        "987654321",
        "--improvement",
        "decrease",
        "--threshold",
        "2",
        "-o",
        out,
      ];
      const { code, stdout } = await runCli(argv);
      expect(code).toBe(0);
      expect(readdirSync(out).sort()).toEqual(["blinded", "pharmacy", "plan.json", "plan.sha256"]);
      expect(readdirSync(join(folder, "new"))).toEqual(["trial"]);
      const read = (name: string): string => readFileSync(join(out, name), "utf8");
      const pharmacy = trialScheduleSchema.parse(JSON.parse(read("pharmacy/pharmacy-schedule.json")));
      expect(pharmacy.provenance.seed).toBe(987654321);
      blindedScheduleSchema.parse(JSON.parse(read("blinded/blinded-schedule.json")));
      for (const name of readdirSync(join(out, "blinded")))
        expect(read(`blinded/${name}`)).not.toMatch(/\bseed\b|987654321/u);
      expect(read("blinded/blinded-schedule.csv")).not.toMatch(/saline|IVIG/u);
      expect(read("pharmacy/pharmacy-schedule.csv")).toMatch(/saline[\s\S]*IVIG|IVIG[\s\S]*saline/u);
      const plan = trialPlanSchema.parse(JSON.parse(read("plan.json")));
      expect(plan).toMatchObject({
        design: "randomized-pairs",
        settings: { nPairs: 4 },
        threshold: 2,
        sides: 2,
      });
      const hash = createHash("sha256").update(read("plan.json")).digest("hex");
      expect(read("plan.sha256")).toBe(`${hash}  plan.json\n`);
      expect(stdout).toContain(`SHA-256 of the plan: ${hash}`);
      expect(stdout).not.toMatch(/saline|IVIG/u);
    });
  });

  it("keeps a folder that holds something, and writes nothing when refused", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "note.txt"), "mine");
      const argv = [...basic, "--improvement", "decrease", "-o"];
      const { code, stdout, stderr } = await runCli([...argv, folder]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("a new or empty folder is needed, found something");
      expect(readdirSync(folder)).toEqual(["note.txt"]);
      mkdirSync(join(folder, "empty"));
      expect((await runCli([...argv, join(folder, "empty")])).code).toBe(0);
      const refused = await runCli([...argv, join(folder, "bad"), "--n-pairs", "0"]);
      expect([refused.code, existsSync(join(folder, "bad"))]).toEqual([2, false]);
    });
  });

  it("warns where a period is shorter than relief lasts", async () => {
    await inFolder(async (folder) => {
      const curve = join(folder, "curve.json");
      const argv = ["response", join("datasets", "simulated", "typical.csv"), "--interval", "profile"];
      expect((await runCli([...argv, "--format", "json", "-o", curve])).code).toBe(0);
      const short = await runCli([...basic, "--period-days", "28", "--curve", curve]);
      expect(short.stdout).toMatch(/Relief would carry over/u);
      const long = await runCli([...basic, "--period-days", "168", "--curve", curve]);
      expect(long.stdout).not.toMatch(/Relief would carry over/u);
      const table = await runCli([...basic, "--period-days", "28", "--curve", curve, "--format", "csv"]);
      expect(table.stderr).toMatch(/Relief would carry over/u);
    });
  });

  it.each([
    [["design", "abcd"], /No design "abcd": one of ab, .*\nnof1: --treatments is needed/u],
    [["design", "ab", "--treatments", "a,b"], /--minimum-length: must be .* got none/u],
    [[...basic, "--n-scores", "3"], /--n-scores: randomized-pairs has no such setting, it has --n-pairs/u],
    [[...basic, "-o", "x"], /--improvement is needed for the analysis plan/u],
    [
      [...basic, "-o", "x", "--improvement", "decrease", "--format", "csv"],
      /holds every format, leave it out/u,
    ],
    [[...basic, "--period-days", "0"], /a whole number from 1 is needed/u],
    [[...basic, "--patients", "Ana,Bo"], /--patients: must be 1 different names/u],
    [[...basic, "--seed", "1.5"], /a whole number is needed/u],
  ])("refuses %j", async (argv, message) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});
