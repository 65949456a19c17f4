import { parentPort, workerData } from "node:worker_threads";
import { drawCohortChain } from "../../cohort/index.ts";
import { cohortOptions } from "./cohort-options.ts";
import type { ChainMessage, ChainTask } from "./draw-chains.ts";

// A thread of its own for some chains of a cohort's posterior.
const { patients, flags, summaries, priors, indices }: ChainTask = workerData;
const tell = (message: ChainMessage): void => parentPort?.postMessage(message);
const options = cohortOptions(flags, summaries, priors);
for (const index of indices) {
  const chain = drawCohortChain(
    patients,
    { ...options, progress: (stage, done, total) => tell({ stage, done, total }) },
    index,
  );
  tell({ index, chain });
}
