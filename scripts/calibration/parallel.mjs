import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

/**
 * Runs tasks on every core. The module at `url` must call `answer(task => result)`; results come in the order of the
 * tasks, whichever worker made them.
 */
export function inParallel(url, tasks) {
  const results = Array.from(tasks, () => null);
  let next = 0;
  return Promise.all(
    Array.from({ length: Math.min(availableParallelism(), tasks.length) }, () => {
      const worker = new Worker(url);
      return new Promise((resolve, reject) => {
        const give = () => {
          if (next < tasks.length) worker.postMessage({ index: next, task: tasks[next++] });
          else worker.terminate().then(resolve);
        };
        worker.on("message", ({ index, result }) => {
          results[index] = result;
          give();
        });
        worker.on("error", reject);
        give();
      });
    }),
  ).then(() => results);
}

/** Answers the tasks of `inParallel` in a worker. */
export function answer(compute) {
  if (isMainThread) return;
  parentPort.on("message", ({ index, task }) => parentPort.postMessage({ index, result: compute(task) }));
}
