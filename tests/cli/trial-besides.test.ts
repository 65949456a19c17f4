import { describe, expect, it } from "vitest";
import { trialResultSchema } from "../../src/schema/trial-result.ts";
import { runCli } from "../helpers/run-cli.ts";

const text = `block,period,treatment,score,adverse_events,rescue
1,1,saline,7,0,
1,1,saline,2,0,yes
1,2,IVIG,3,2,
1,2,IVIG,4,1,
2,3,IVIG,2,0,
2,3,IVIG,,1,
2,4,saline,6,0,
2,4,saline,8,0,
`;
const basic = ["trial", "-", "--design", "randomized-pairs", "--improvement", "decrease"];
const run = (format: string, input = text) => runCli([...basic, "--format", format], input);

describe("nof1 trial tells what happened besides", () => {
  it("counts adverse events with exact limits, rescue and missing scores, by the schema", async () => {
    const { code, stdout, stderr } = await run("json");
    expect([code, stderr]).toEqual([0, ""]);
    const [found] = JSON.parse(stdout);
    const result = trialResultSchema.parse(found);
    expect(result.adverseEvents!.periods.map(({ nEvents }) => nEvents)).toEqual([0, 3, 1, 0]);
    expect(result.adverseEvents!.test).toMatchObject({ events: 4, referenceEvents: 0 });
    expect(result.adverseEvents!.test!.pValue).toBeCloseTo(2 / 2 ** 4, 12);
    expect(result.adverseEvents!.periods[0]!.upper).toBeCloseTo(-Math.log(0.025), 6);
    expect(result.intercurrentEvents!.treatments).toEqual([
      { treatment: "saline", nPlanned: 4, nMissing: 0, nRescue: 1 },
      { treatment: "IVIG", nPlanned: 4, nMissing: 1, nRescue: 0 },
    ]);
  });

  it("says on the table and the page what the effect then means", async () => {
    for (const format of ["table", "markdown", "html"]) {
      const { code, stdout } = await run(format);
      expect(code, format).toBe(0);
      expect(stdout, format).toContain("What happened besides");
      expect(stdout, format).toContain("Adverse events: 4 under IVIG and 0 under saline");
      expect(stdout, format).toMatch(/Rescue treatment was taken with 1 of 4 under saline/u);
      expect(stdout, format).toMatch(/Scores are missing: 0 of 4 under saline, 1 of 4 under IVIG/u);
      expect(stdout, format).toContain("Treatment policy");
      expect(stdout, format).toContain("Hypothetical");
    }
  });

  it("has nothing to say where the file tells of none", async () => {
    const plain = "treatment,score\nsaline,7\nIVIG,3\nIVIG,2\nsaline,6\n";
    const { stdout } = await run("json", plain);
    const [result] = JSON.parse(stdout);
    expect([result.adverseEvents, result.intercurrentEvents]).toEqual([undefined, undefined]);
    expect((await run("table", plain)).stdout).not.toContain("What happened besides");
  });

  it("keeps the strategies apart only where there was rescue", async () => {
    const withoutRescue = text.replace("yes", "");
    const { stdout } = await run("table", withoutRescue);
    expect(stdout).toContain("Scores planned, missing");
    expect(stdout).not.toContain("Hypothetical");
  });
});
