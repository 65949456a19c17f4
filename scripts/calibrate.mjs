import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { poolingStudy } from "./calibration/pooling.mjs";
import { poolingBayesStudy } from "./calibration/pooling-bayes.mjs";
import { relapseStudy } from "./calibration/relapse.mjs";
import { responseStudy } from "./calibration/response.mjs";
import { serialStudy } from "./calibration/serial.mjs";
import { trialStudy } from "./calibration/trial.mjs";

// Writes docs/calibration.md, and its numbers and picture: how often intervals hold the truth, by simulation. `--slice` runs a few patients of each
// study, prints the tables and writes nothing; `--only response` runs one study; `--patients 1000` sets its size.
const studies = [responseStudy, serialStudy, relapseStudy, poolingStudy, poolingBayesStudy, trialStudy];
const { values } = parseArgs({
  options: {
    slice: { type: "boolean", default: false },
    patients: { type: "string" },
    only: { type: "string" },
  },
});
const chosen = studies.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0)
  throw new RangeError(`--only must be one of ${studies.map(({ name }) => name).join(", ")}`);

const sections = [];
for (const study of chosen) {
  const nPatients = values.slice ? study.slice : Number(values.patients ?? study.nPatients);
  const started = performance.now();
  sections.push(await study.run(nPatients));
  console.error(
    `${study.name}: ${nPatients} patients a cell, ${Math.round((performance.now() - started) / 1000)} s`,
  );
}

const text = `# Calibration

How often an interval holds the truth that made the data. All patients are SYNTHETIC. Written by \`npm run calibrate\`; the seeds
are in the scripts, so that anyone gets the same figures.

${sections.join("\n\n")}
`;
if (values.slice || values.only !== undefined) console.log(text);
else {
  writeFileSync(new URL("../docs/calibration.md", import.meta.url), text);
  await import("./type-one-errors.mjs");
  await import("./calibration-picture.mjs");
}
