import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as shipped from "../../../src/datasets/index.ts";
import { readPatients, readRelapses, readSeries, readSummary, readTrials } from "../../../src/read/index.ts";
import { type Patient, patientSchema, type Trial, trialSchema } from "../../../src/schema/index.ts";

const folder = new URL("../../../datasets/", import.meta.url);
const { datasets, kizawa2006Relapses, morozumi2009, huma2020, ivigSeries, ...valuesByName } = shipped;
const read = (path: string): string => readFileSync(new URL(path, folder), "utf8");
const values = Object.entries(valuesByName) as [string, Patient | Trial][];
const patients = values.filter((entry): entry is [string, Patient] => "courses" in entry[1]);
const trials = values.filter((entry): entry is [string, Trial] => "treatments" in entry[1]);

/** The file that a patient's module was made with. */
function fileOf({ patient }: Patient): string {
  return patient.startsWith("simulated-")
    ? `simulated/${patient.slice("simulated-".length)}.csv`
    : `${patient}/patient.csv`;
}

describe("the registry of data sets", () => {
  it("lists every folder and every file", () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(datasets.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
    for (const { name, files } of datasets) {
      const onDisk = readdirSync(new URL(`${name}/`, folder));
      expect([...files, "README.md"].sort(), name).toEqual(onDisk.sort());
    }
  });

  it("marks as synthetic what a generator made up, and nothing else", () => {
    const synthetic = datasets.filter((dataset) => dataset.synthetic);
    expect(synthetic.map(({ name }) => name)).toEqual(["simulated", "simulated-trials"]);
  });

  it("gives each a README with source, licence and columns", () => {
    for (const { name, citation, licence } of datasets) {
      const readme = readFileSync(new URL(`${name}/README.md`, folder), "utf8");
      for (const part of citation.split(" | ")) expect(readme, name).toContain(part);
      expect(readme, name).toContain(licence);
      expect(readme, name).toContain("## Columns");
    }
  });

  it("has eight patients, each valid under the schema", () => {
    expect(patients.map(([name]) => name)).toHaveLength(8);
    for (const [name, patient] of patients) expect(patientSchema.parse(patient), name).toEqual(patient);
  });

  it.each(patients)("%s is the very patient that its file reads as", (_, patient) => {
    const text = readFileSync(new URL(fileOf(patient), folder), "utf8");
    expect(readPatients(text, { patient: patient.patient })).toEqual([patient]);
  });

  it("has two trials, each valid under the schema", () => {
    expect(trials.map(([name]) => name)).toEqual(["simulatedPairs168Days", "simulatedPairs28Days"]);
    for (const [name, trial] of trials) expect(trialSchema.parse(trial), name).toEqual(trial);
    expect(patients.length + trials.length).toBe(values.length);
  });

  it.each(trials)("%s is the very trial that its file reads as", (_, trial) => {
    const file = `simulated-trials/${trial.patient.slice("simulated-".length)}.csv`;
    expect(readTrials(readFileSync(new URL(file, folder), "utf8"))).toEqual([trial]);
  });

  it("has the other files as their readers read them", () => {
    expect(readRelapses(read("kizawa-2006/relapses.csv"))).toEqual(kizawa2006Relapses);
    expect(readSummary(read("morozumi-2009/relief.json"))).toEqual([morozumi2009.relief]);
    expect(readSummary(read("morozumi-2009/duration.json"))).toEqual([morozumi2009.duration]);
    expect(readSummary(read("huma-2020/counts.csv"))).toEqual(huma2020);
    expect(readSeries(read("ivig-series/single-arm.csv"))).toEqual(ivigSeries.singleArm);
    expect(readSeries(read("ivig-series/sjogren.csv"))).toEqual(ivigSeries.sjogren);
    expect(readSeries(read("ivig-series/painful.csv"))).toEqual(ivigSeries.painful);
    expect(readSeries(read("ivig-series/controlled.csv"))).toEqual(ivigSeries.controlled);
  });
});
