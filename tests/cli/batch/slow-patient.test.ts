import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Crew } from "../../../src/cli/batch/crew.ts";
import type { PatientTask } from "../../../src/cli/batch/patient-task.ts";
import { chunkSize } from "../../../src/cli/batch/pending-tasks.ts";
import { runAll } from "../../../src/cli/batch/run-tasks.ts";
import { stopSignal } from "../../../src/cli/batch/stop-signal.ts";

/** Chunks of patients as a batch of that many hands them out. */
async function* chunksOf(n: number, nThreads: number, given: number[]): AsyncGenerator<PatientTask[]> {
  for (let i = 0; i < n; ) {
    const size = chunkSize(n - i, nThreads);
    given.push(size);
    yield Array.from({ length: size }, (_, k) => ({ index: i + k }) as PatientTask);
    i += size;
  }
}

describe("a slow patient", () => {
  it.each([3, 40])("does not hold the others of a batch of %d on two threads", async (n) => {
    let release = (): void => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const done: number[] = [];
    let busy = 0;
    const crew: Crew = {
      size: 2,
      async run(tasks) {
        while (busy === 2) await setTimeout(1);
        busy++;
        for (const { index } of tasks) {
          if (index === 0) await slow;
          done.push(index);
        }
        busy--;
        return tasks.map(({ index }) => ({ index, failure: null }));
      },
      end: async () => {},
    };
    const given: number[] = [];
    const all = runAll(chunksOf(n, 2, given), crew, stopSignal(), () => {});
    const held = given.length === 0 ? Math.min(4, chunkSize(n, 2)) : given[0]!;
    for (let i = 0; i < 2000 && done.length < n - held; i++) await setTimeout(1);
    expect(done).toHaveLength(n - held);
    release();
    await all;
    expect([...done].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
  });

  it("has few beside it, and none towards the end", () => {
    expect([1000, 64, 63, 32, 16, 15, 1].map((left) => chunkSize(left, 2))).toEqual([4, 4, 3, 2, 1, 1, 1]);
    expect([8, 1].map((left) => chunkSize(left, 16))).toEqual([1, 1]);
  });
});
