import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readRelapses, readSeries, readSummary } from "../dist/read/index.js";
import { simulatePatient } from "../dist/response/simulate-patient.js";
import { scheduleTrial, trialDesigns } from "../dist/trial/index.js";
import { generateDatasets } from "./datasets/generate-datasets.mjs";
import { readSeeds } from "./datasets/read-seeds.mjs";

const root = new URL("../", import.meta.url);
const files = generateDatasets(readSeeds(root), {
  simulatePatient,
  scheduleTrial,
  trialDesigns,
  readRelapses,
  readSeries,
  readSummary,
});
let nWritten = 0;
for (const [path, text] of files) {
  const file = new URL(path, root);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  mkdirSync(new URL("./", file), { recursive: true });
  writeFileSync(file, text);
  nWritten += 1;
}
console.log(`${files.size} files generated from seeds/, ${nWritten} of them changed`);
