import { describe, expect, it } from "vitest";
import { responseModels } from "../../src/response/index.ts";
import { modelComparisonSchema } from "../../src/schema/model-comparison.ts";
import { responseSensitivitySchema } from "../../src/schema/response-sensitivity.ts";
import { runCli } from "../helpers/run-cli.ts";

const file = "day,score,dose_g_per_kg\n0,9,2\n14,2,\n60,3,\n100,6,\n150,9,\n";

describe("nof1 compare", () => {
  it("gives every model and every set of priors, as JSON and as a table", async () => {
    const { code, stdout, stderr } = await runCli(["compare", "-", "--format", "json"], file);
    expect([code, stderr]).toEqual([0, ""]);
    const [comparison, sensitivity] = JSON.parse(stdout);
    expect(modelComparisonSchema.safeParse(comparison).error?.issues ?? []).toEqual([]);
    expect(responseSensitivitySchema.safeParse(sensitivity).error?.issues ?? []).toEqual([]);
    expect(comparison.models.map(({ model }: { model: string }) => model).sort()).toEqual(
      responseModels.map(({ name }) => name).sort(),
    );
    const sets = new Set(sensitivity.cells.map(({ priors }: { priors: string }) => priors));
    expect([...sets]).toEqual(["default", "informed", "sceptical", "flat"]);
    expect(comparison.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/);
  }, 120_000);

  it("draws the curves of all models with their weights", async () => {
    const { code, stdout, stderr } = await runCli(["compare", "-", "--format", "svg"], file);
    expect([code, stderr]).toEqual([0, ""]);
    for (const { label } of responseModels) expect(stdout).toContain(`>${label}</text>`);
  }, 120_000);

  it("writes a row for each model as CSV", async () => {
    const { code, stdout } = await runCli(["compare", "-", "--format", "csv"], file);
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toMatch(/^patient,outcome,priors,model,label,/u);
    expect(stdout.trimEnd().split("\n").length).toBe(1 + responseModels.length);
  }, 120_000);
});
