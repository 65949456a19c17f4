import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateDatasets } from "../../../scripts/datasets/generate-datasets.mjs";
import { readSeeds } from "../../../scripts/datasets/read-seeds.mjs";
import { PARAMETERS } from "../../../scripts/datasets/simulated.mjs";
import { readRelapses, readSeries, readSummary } from "../../../src/read/index.ts";
import { plateau } from "../../../src/response/models/plateau.ts";
import { simulatePatient } from "../../../src/response/simulate-patient.ts";
import { scheduleTrial, trialDesigns } from "../../../src/trial/index.ts";

const root = new URL("../../../", import.meta.url);
const generated = generateDatasets(readSeeds(root), {
  simulatePatient,
  scheduleTrial,
  trialDesigns,
  readRelapses,
  readSeries,
  readSummary,
});

/** Files of a folder, by path from the root of the repository. */
function filesIn(folder: string): string[] {
  return readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => path.slice(path.lastIndexOf(`/${folder}`) + 1).replace(/\/+/g, "/"));
}

describe("generateDatasets", () => {
  it("makes every file on disk, byte for byte", () => {
    let nCompared = 0;
    for (const [path, text] of generated) {
      expect(readFileSync(new URL(path, root), "utf8"), path).toBe(text);
      nCompared += 1;
    }
    expect(nCompared).toBe(33);
  });

  it("leaves no stray file in datasets/ and src/datasets/", () => {
    const onDisk = [...filesIn("datasets/"), ...filesIn("src/datasets/")];
    const byHand = ["src/datasets/dataset.ts"];
    expect(onDisk.sort()).toEqual([...generated.keys(), ...byHand].sort());
  });

  it("names the parameters of the plateau model in its order", () => {
    expect(PARAMETERS).toEqual(plateau.parameters.map(({ name }) => name));
  });

  it("says SYNTHETIC in the first row of every simulated file", () => {
    const files = [...generated].filter(([path]) => /^datasets\/simulated\/.*\.csv$/.test(path));
    expect(files).toHaveLength(7);
    for (const [path, text] of files) expect(text.split("\n")[1], path).toContain("SYNTHETIC");
  });

  it("calls every patient of a simulated trial simulated, and says SYNTHETIC in the README", () => {
    const files = [...generated].filter(([path]) => /^datasets\/simulated-trials\/.*\.csv$/.test(path));
    expect(files).toHaveLength(2);
    for (const [path, text] of files)
      for (const line of text.trimEnd().split("\n").slice(1)) expect(line, path).toMatch(/^simulated-pairs/);
    expect(generated.get("datasets/simulated-trials/README.md")).toContain("**SYNTHETIC.**");
  });

  it("writes no path of a machine", () => {
    for (const [path, text] of generated)
      expect(text, path).not.toMatch(/\/home\/|\/work\/|\/tmp\/|file:\/\//);
  });
});
