import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kizawa2006, morozumi2009 } from "../../dist/datasets/index.js";
import { describeSummary, fitResponse, readPatients } from "../../dist/index.js";
import { responseSummary } from "../../dist/render/index.js";
import { type PackedPackage, packedPackage } from "../helpers/packed-package.ts";
import { toolPath } from "../helpers/tools.ts";

interface Output {
  output_type: string;
  text?: string | string[];
  data?: Record<string, unknown>;
  evalue?: string;
}

interface Cell {
  cell_type: string;
  source: string | string[];
  outputs?: Output[];
}

const deno = toolPath("Deno");
const jupyter = toolPath("Jupyter");
const notebooks = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
const textOf = (text: string | string[] = ""): string => (typeof text === "string" ? text : text.join(""));
const cellsOf = (file: string): Cell[] => JSON.parse(readFileSync(file, "utf8")).cells;

/** How many cells of a notebook show a chart. */
const nCharts = (name: string): number =>
  cellsOf(join("notebooks", name)).filter(({ source }) => /^await show\(/mu.test(textOf(source))).length;
const picturesIn = (outputs: readonly Output[] = []): Output[] =>
  outputs.filter(({ data }) => data && "image/svg+xml" in data);

describe("the Deno notebooks as they are kept", () => {
  it("are there, without results of an earlier run", () => {
    expect(notebooks).toEqual(["five-patients.ipynb", "one-patient.ipynb"]);
    for (const name of notebooks)
      for (const { cell_type, outputs } of cellsOf(join("notebooks", name)))
        if (cell_type === "code") expect(outputs).toEqual([]);
  });
});

describe.skipIf(!deno || !jupyter)(
  "the Deno notebooks, run by the real kernel with the packed package",
  () => {
    let packed: PackedPackage;
    const done = new Map<string, Output[]>();

    beforeAll(() => {
      packed = packedPackage();
      const environment = {
        ...process.env,
        HOME: packed.project,
        DENO_DIR: join(packed.project, ".deno"),
        JUPYTER_DATA_DIR: join(packed.project, ".jupyter"),
        NO_COLOR: "1",
      };
      const inProject = { cwd: packed.project, env: environment, stdio: "pipe" } as const;
      writeFileSync(
        join(packed.project, "package.json"),
        JSON.stringify({ type: "module", dependencies: { nof1: "0.1.0" } }),
      );
      cpSync("notebooks/deno.json", join(packed.project, "deno.json"));
      execFileSync(deno!, ["jupyter", "--install", "--force"], inProject);
      mkdirSync(".test-output/notebooks", { recursive: true });
      for (const name of notebooks) {
        cpSync(join("notebooks", name), join(packed.project, name));
        const out = resolve(".test-output/notebooks", name);
        const flags = ["--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=120", "--output", out];
        execFileSync("/usr/bin/python3", ["-m", "nbconvert", ...flags, name], inProject);
        done.set(
          name,
          cellsOf(out).flatMap(({ outputs = [] }) => outputs),
        );
      }
    }, 300_000);
    afterAll(() => {
      if (packed) rmSync(packed.project, { recursive: true, force: true });
    });

    const printed = (name: string): string =>
      done
        .get(name)!
        .map(({ text }) => textOf(text))
        .join("");

    it.each(notebooks)(
      "%s runs without an error, and draws its charts twice: for those who can, and as SVG",
      (name) => {
        const outputs = done.get(name)!;
        expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
        const pictures = picturesIn(outputs);
        expect(nCharts(name)).toBeGreaterThan(3);
        expect(pictures).toHaveLength(nCharts(name));
        for (const { data } of pictures) {
          expect(textOf(data!["image/svg+xml"] as string)).toMatch(/^<svg [\s\S]*<title/u);
          expect(data!["application/vnd.vegalite.v6+json"]).toHaveProperty("$schema");
        }
      },
    );

    it("one-patient.ipynb prints the numbers of the library", () => {
      const [patient] = readPatients("day,score,dose_g_per_kg\n0,9,2\n14,3,\n42,3,\n70,5,\n100,8,\n130,9,");
      expect(printed("one-patient.ipynb")).toContain(responseSummary(fitResponse(patient!)));
      expect(printed("one-patient.ipynb")).toContain(responseSummary(fitResponse(kizawa2006)));
    });

    it("five-patients.ipynb prints the numbers of the library", () => {
      const { feasible } = describeSummary(morozumi2009.relief);
      expect(feasible.quantities.length).toBeGreaterThan(3);
      for (const { quantity, lower, upper } of feasible.quantities)
        expect(printed("five-patients.ipynb")).toContain(
          `${quantity}: ${lower?.toFixed(1)} to ${upper?.toFixed(1)}\n`,
        );
    });
  },
);
