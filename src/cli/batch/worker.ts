import { workerData } from "node:worker_threads";
import { InputError } from "../../errors.ts";
import { fitOptionsWith } from "../response-options.ts";
import { runTasks, sharedStop, type WorkerAnswer, type WorkerContext } from "./crew.ts";
import type { PatientTask } from "./patient-task.ts";

// tinypool keeps its own data first.
const context: WorkerContext = workerData[1];
const { out, flags, priors, failFast, look } = context;
const options = fitOptionsWith(flags, priors);

/** Reports some patients in a thread of its own. */
export default async function reportPatients(tasks: readonly PatientTask[]): Promise<WorkerAnswer> {
  try {
    return {
      outcomes: await runTasks(tasks, { out, options, failFast, look, stop: sharedStop(context) }),
      issues: [],
    };
  } catch (error) {
    if (error instanceof InputError) return { outcomes: [], issues: error.issues };
    throw error;
  }
}
