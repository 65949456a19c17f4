import { Worker } from "node:worker_threads";
import {
  type CohortProgress,
  type CohortSampler,
  type drawCohortChain,
  hamiltonian,
} from "../../cohort/index.ts";
import type { PriorSet } from "../../response/index.ts";
import type { CohortSummary } from "../../schema/cohort-summary.ts";
import type { Patient } from "../../schema/patient.ts";
import { threadsAtOnce } from "../threads.ts";
import type { CohortFlags } from "./cohort-flags.ts";

type DrawnChain = ReturnType<typeof drawCohortChain>;

/** What a thread is given. */
export interface ChainTask {
  patients: readonly Patient[];
  flags: CohortFlags;
  summaries: readonly CohortSummary[];
  priors: PriorSet;
  /** Chains that are its own. */
  indices: readonly number[];
}

/** What a thread tells: how far it is, or a chain. */
export type ChainMessage =
  | { stage: string; done: number; total: number }
  | { index: number; chain: DrawnChain };

function drawIn(task: ChainTask, chains: DrawnChain[], progress: CohortProgress): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./chain-worker.js", import.meta.url), { workerData: task });
    worker.on("message", (message: ChainMessage) => {
      if ("chain" in message) chains[message.index] = message.chain;
      else progress(message.stage, message.done, message.total);
    });
    worker.on("error", () => resolve(false));
    worker.on("exit", (code) => resolve(code === 0));
  });
}

/**
 * Draws the chains of a posterior in threads, as many as the computer runs at once: a chain is the same wherever it is drawn.
 *
 * @returns The same sampler with its chains; as it was where threads are of no use or one failed, so that the chains are then
 * drawn in turn and say what is wrong.
 */
export async function drawChains(
  sampler: CohortSampler,
  task: Omit<ChainTask, "indices">,
  progress: CohortProgress,
): Promise<CohortSampler> {
  const { nChains, nWarmup, nDraws, targetAcceptance } = sampler;
  const nThreads = Math.min(nChains, threadsAtOnce());
  if (nThreads < 2) return sampler;
  const all = Array.from({ length: nChains }, (_, index) => index);
  const chains: DrawnChain[] = [];
  const shares = Array.from({ length: nThreads }, (_, t) => all.filter((index) => index % nThreads === t));
  const done = await Promise.all(shares.map((indices) => drawIn({ ...task, indices }, chains, progress)));
  if (!done.every(Boolean)) return sampler;
  return hamiltonian({ chains: nChains, warmup: nWarmup, draws: nDraws, targetAcceptance, drawn: chains });
}
