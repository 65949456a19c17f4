import { readdir, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../report-error.ts";
import { takeLock } from "./lock.ts";
import { writing } from "./output-error.ts";
import { STATE_FOLDER } from "./output-layout.ts";

/** Where shards are put together: beside the output, on the same disk, so that it appears at once. */
export interface MergePlace {
  /** What becomes the output. */
  merged: string;
  temporary: string;
  /** Takes the place away, whatever stands in it. */
  leave(): Promise<void>;
}

const MERGED = "merged";

/**
 * Takes the place beside an output, for this process alone. It has the same name every time, so that what a merge left
 * that was killed is taken away by the next.
 *
 * @throws {UsageError} when another merge holds it, or it holds something else.
 */
export async function takeMergePlace(out: string): Promise<MergePlace> {
  const whole = resolve(out);
  const place = join(dirname(whole), `${basename(whole)}.merging.tmp`);
  const state = join(place, STATE_FOLDER);
  const names = await readdir(place).catch(() => []);
  const other = names.find((name) => name !== STATE_FOLDER && name !== MERGED);
  if (other !== undefined) throw new UsageError(`${place} holds ${other}, which is not of nof1 merge`);
  const release = await takeLock(join(state, "lock"), out);
  const [merged, temporary] = [join(place, MERGED), join(state, "temporary")];
  const clear = async (): Promise<void> => {
    for (const path of [merged, temporary]) await rm(path, { recursive: true, force: true });
  };
  await writing(out, clear);
  return {
    merged,
    temporary,
    async leave() {
      await writing(out, clear);
      await release();
      // Another merge may have come meanwhile: only empty folders go.
      for (const path of [state, place]) await rmdir(path).catch(() => {});
    },
  };
}
