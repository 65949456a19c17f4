import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

// The built program as processes and threads of its own: `npm test` builds it first.
export const bin: string = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));

/** For a machine with other work to do, in milliseconds. */
export const SLOW = 900_000;

/** Runs the built program and waits for it. */
export const nof1 = (...argv: string[]) => spawnSync(process.execPath, [bin, ...argv], { encoding: "utf8" });

/** A program at work. */
export interface Started {
  child: ChildProcess;
  ended: Promise<number | null>;
  said: () => string;
}

/** Starts the built program. */
export function started(...argv: string[]): Started {
  const child = spawn(process.execPath, [bin, ...argv], { stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr!.on("data", (chunk) => {
    text += chunk;
  });
  return { child, ended: new Promise((resolve) => child.on("close", resolve)), said: () => text };
}

/** Waits until something is so, or the program has ended. */
export async function until(isSo: () => boolean, { child }: Started): Promise<void> {
  while (!isSo() && child.exitCode === null && child.signalCode === null) await setTimeout(1);
}

/** Whether the program holds the lock in a folder. */
export function holdsLock({ child }: Started, folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, ".nof1", "lock"), "utf8")).pid === child.pid;
  } catch {
    return false;
  }
}

/** Park and Miller's generator: the same moments in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
