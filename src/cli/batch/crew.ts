import { setImmediate } from "node:timers/promises";
import { InputError, type InputIssue } from "../../errors.ts";
import type { FitResponseOptions } from "../../response/index.ts";
import type { DrawPicture } from "../drawing.ts";
import type { ResponseFlags } from "../response-options.ts";
import { failed, type Outcome, type PatientTask, pagesOrFailure, writeOutcome } from "./patient-task.ts";
import type { ReportLook } from "./report-pages.ts";
import { type StopSignal, stopSignal } from "./stop-signal.ts";

/** Who does the work. */
export interface Crew {
  size: number;
  /** @throws {InputError} when the output cannot be written. */
  run(tasks: readonly PatientTask[]): Promise<Outcome[]>;
  end(): Promise<void>;
}

/** What a crew works with. */
export interface CrewContext {
  out: string;
  options: FitResponseOptions;
  flags: ResponseFlags;
  stop: StopSignal;
  /** Whether the first patient without a report stops the others. */
  failFast: boolean;
  look: ReportLook;
  /** How pictures are drawn; absent for the usual way. */
  draw?: DrawPicture;
}

/** Data that each thread is given once. */
export interface WorkerContext {
  out: string;
  flags: ResponseFlags;
  priors: FitResponseOptions["priors"];
  failFast: boolean;
  look: ReportLook;
  flag: Int32Array<SharedArrayBuffer>;
}

/** What a thread sends back: errors lose their class on the way. */
export interface WorkerAnswer {
  outcomes: Outcome[];
  issues: readonly InputIssue[];
}

/** Does the tasks one after the other, until it is asked to stop. */
export async function runTasks(
  tasks: readonly PatientTask[],
  { out, options, stop, failFast, look, draw }: Omit<CrewContext, "flags">,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const task of tasks) {
    // Signals are heard between two patients only.
    await setImmediate();
    if (stop.requested) break;
    const outcome = await writeOutcome(task, await pagesOrFailure(task, options, look, draw), out);
    outcomes.push(outcome);
    if (failFast && outcome.failure !== null) stop.request();
  }
  return outcomes;
}

/** This process alone. */
export function aloneCrew(context: CrewContext): Crew {
  return { size: 1, run: (tasks) => runTasks(tasks, context), end: async () => {} };
}

/** Threads; where one dies over several patients, each is tried alone. */
export async function threadCrew(size: number, context: CrewContext): Promise<Crew> {
  const { out, options, flags, stop, failFast, look } = context;
  const { Tinypool } = await import("tinypool");
  const workerData: WorkerContext = {
    out,
    flags,
    priors: options.priors,
    failFast,
    look,
    flag: stop.flag,
  };
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: size,
    maxThreads: size,
    workerData,
  });
  async function run(tasks: readonly PatientTask[]): Promise<Outcome[]> {
    let answer: WorkerAnswer;
    try {
      answer = await pool.run(tasks);
    } catch (error) {
      if (tasks.length > 1) return (await Promise.all(tasks.map((task) => run([task])))).flat();
      const reason = error instanceof Error ? error.message : String(error);
      return [await writeOutcome(tasks[0]!, failed("failed", `its thread ended: ${reason}`), out)];
    }
    if (answer.issues.length > 0) throw new InputError(answer.issues);
    return answer.outcomes;
  }
  return { size, run, end: () => pool.destroy() };
}

/** The signal of a thread. */
export const sharedStop = ({ flag }: WorkerContext): StopSignal => stopSignal(flag);
