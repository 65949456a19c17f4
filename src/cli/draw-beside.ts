import { Worker } from "node:worker_threads";
import { type DrawPicture, drawStill } from "./drawing.ts";
import { threadsAtOnce } from "./threads.ts";

/** What the thread answers: the picture, or what is wrong with it. */
export type DrawnPicture = { index: number } & ({ svg: string } | { error: string });

/** A picture that is being drawn. */
interface Waiting {
  resolve(svg: string | Promise<string>): void;
  reject(error: Error): void;
  /** Draws it here. */
  still(): Promise<string>;
}

/**
 * Draws in a thread of its own, so that the numbers of the next picture are computed meanwhile; in turn where there is no second
 * processor. A picture is the same wherever it is drawn.
 */
export function drawBeside(): DrawPicture {
  if (threadsAtOnce() < 2) return drawStill;
  const worker = new Worker(new URL("./drawing-worker.js", import.meta.url));
  const waiting = new Map<number, Waiting>();
  let nDrawn = 0;
  let works = true;
  worker.on("message", (drawn: DrawnPicture) => {
    const { resolve, reject } = waiting.get(drawn.index)!;
    waiting.delete(drawn.index);
    if (waiting.size === 0) worker.unref();
    if ("svg" in drawn) resolve(drawn.svg);
    else reject(new Error(drawn.error));
  });
  worker.on("error", () => {
    works = false;
    for (const { resolve, still } of waiting.values()) resolve(still());
    waiting.clear();
  });
  // It keeps the program from ending only while a picture is awaited; a listener would keep it, too.
  worker.unref();
  return (spec) => {
    if (!works) return drawStill(spec);
    return new Promise((resolve, reject) => {
      const index = nDrawn++;
      waiting.set(index, { resolve, reject, still: () => drawStill(spec) });
      worker.ref();
      worker.postMessage({ index, spec });
    });
  };
}
