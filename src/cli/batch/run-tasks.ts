import type { Crew } from "./crew.ts";
import type { Outcome, PatientTask } from "./patient-task.ts";
import type { StopSignal } from "./stop-signal.ts";

/**
 * Gives tasks to a crew as it gets free, so that few wait at a time and a slow one holds no others.
 *
 * @throws What first went wrong, once the others at work have ended.
 */
export async function runAll(
  chunks: AsyncIterable<PatientTask[]>,
  crew: Crew,
  stop: StopSignal,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  const most = crew.size === 1 ? 1 : 2 * crew.size;
  const atWork = new Set<Promise<void>>();
  const errors: unknown[] = [];
  const begin = (tasks: PatientTask[]): void => {
    const job: Promise<void> = crew
      .run(tasks)
      .then((outcomes) => outcomes.forEach(onOutcome))
      .catch((error) => {
        errors.push(error);
        stop.request();
      })
      .finally(() => atWork.delete(job));
    atWork.add(job);
  };
  try {
    for await (const tasks of chunks) {
      if (stop.requested) break;
      begin(tasks);
      if (atWork.size >= most) await Promise.race(atWork);
    }
  } finally {
    await Promise.all(atWork);
  }
  if (errors.length > 0) throw errors[0];
}
