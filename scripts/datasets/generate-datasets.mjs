import { huma2020 } from "./huma-2020.mjs";
import { ivigSeries } from "./ivig-series.mjs";
import { kizawa2006 } from "./kizawa-2006.mjs";
import { morozumi2009 } from "./morozumi-2009.mjs";
import { overview, readme } from "./readme.mjs";
import { simulated } from "./simulated.mjs";
import { simulatedTrials } from "./simulated-trials.mjs";
import { indexModule, valuesModule } from "./typescript.mjs";

const BUILDERS = [kizawa2006, morozumi2009, huma2020, ivigSeries, simulated, simulatedTrials];

/**
 * Makes every file of datasets/ and every generated module of src/datasets/, without touching the disk.
 *
 * @param {object} seeds What `readSeeds` returned.
 * @param {object} methods `simulatePatient`, `scheduleTrial`, `trialDesigns` and the readers, from src/ or from dist/.
 * @returns {Map<string, string>} Text by path from the root of the repository.
 */
export function generateDatasets(seeds, methods) {
  const datasets = BUILDERS.map((build) => build(seeds, methods));
  const files = new Map([
    ["datasets/README.md", overview(datasets)],
    ["src/datasets/index.ts", indexModule(datasets)],
  ]);
  for (const dataset of datasets) {
    for (const file of dataset.files) files.set(`datasets/${dataset.name}/${file.name}`, file.text);
    files.set(`datasets/${dataset.name}/README.md`, readme(dataset));
    const module = valuesModule(dataset);
    if (module !== null) files.set(`src/datasets/${dataset.name}.ts`, module);
  }
  return files;
}
