import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "../report-error.ts";
import { makeFolder } from "./make-folder.ts";
import { outputError, writing } from "./output-error.ts";
import { isAlive, processStart } from "./process-start.ts";

/** Who writes to an output. */
interface Holder {
  pid: number;
  host: string;
  /** Tells a process from a later one with the same number. */
  started: string | null;
  token: string;
}

/** Long enough for another process that takes over the same stale lock to have done so. */
const SETTLE_MS = 50;

async function holderOf(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}

/** A lock is stale when its process is gone; that of another machine can't be told. */
async function isStale(holder: Holder | null): Promise<boolean> {
  if (holder === null) return true;
  if (holder.host !== hostname()) return false;
  if (!isAlive(holder.pid)) return true;
  return holder.started !== null && holder.started !== (await processStart(holder.pid));
}

function refusal(path: string, output: string, { pid, host }: Holder): UsageError {
  const away =
    host === hostname() ? "wait for it, or stop it first" : `if it is over, remove ${path} and try again`;
  return new UsageError(`${output} is being written by process ${pid} on ${host}; ${away}`);
}

/**
 * Takes a lock, also one that a dead process left.
 *
 * @param output What messages say is locked.
 * @returns What gives it back.
 * @throws {UsageError} where another process holds it.
 */
export async function takeLock(path: string, output: string): Promise<() => Promise<void>> {
  const token = randomBytes(8).toString("hex");
  const started = await processStart(process.pid);
  const own = JSON.stringify({ pid: process.pid, host: hostname(), started, token } satisfies Holder);
  if (!(await writeIfFree(path, output, own))) {
    await setTimeout(SETTLE_MS);
    const holder = await holderOf(path);
    if (holder !== null && !(await isStale(holder))) throw refusal(path, output, holder);
    await rm(path, { force: true });
    await writeIfFree(path, output, own);
    await setTimeout(SETTLE_MS);
  }
  const holder = await holderOf(path);
  if (holder?.token !== token)
    throw holder === null ? new UsageError(`${path} vanished; try again`) : refusal(path, output, holder);
  return async () => {
    if ((await holderOf(path))?.token === token) await rm(path, { force: true });
  };
}

/**
 * Whether the lock was free. A run that ends at this moment takes its folder away: then it is made again.
 */
async function writeIfFree(path: string, output: string, own: string, attempts = 5): Promise<boolean> {
  await writing(output, () => makeFolder(dirname(path)));
  try {
    await writeFile(path, own, { flag: "wx" });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code === "ENOENT" && attempts > 1) return writeIfFree(path, output, own, attempts - 1);
    throw outputError(output, error);
  }
}
