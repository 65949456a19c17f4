import { rename, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { UsageError } from "../report-error.ts";
import { assemble } from "./assemble.ts";
import { batchEnding } from "./batch-ending.ts";
import { batchProgress } from "./batch-progress.ts";
import { copyReport } from "./copy-report.ts";
import { isFolderName } from "./folder-names.ts";
import { makeFolder } from "./make-folder.ts";
import { type BatchManifest, type ManifestEntry, nFailures } from "./manifest.ts";
import { type MergePlace, takeMergePlace } from "./merge-place.ts";
import { inspectOutput } from "./open-output.ts";
import { writing } from "./output-error.ts";
import { reportFiles } from "./report-pages.ts";
import { readShardParts, type ShardPart } from "./shard-parts.ts";
import { type StopSignal, stopOnSignals, stopSignal } from "./stop-signal.ts";
import { syncFolder } from "./write-folder.ts";

/** Entries of all parts by their place in the whole batch; reports are copied as they come. */
async function* mergedEntries(parts: readonly ShardPart[], place: string): AsyncGenerator<ManifestEntry> {
  const { nEntries, options } = parts[0]!.manifest;
  const files = reportFiles(options.pages);
  for (let index = 0; index < nEntries; index++) {
    const { folder, manifest } = parts[index % parts.length]!;
    const entry = manifest.entries[Math.floor(index / parts.length)];
    if (entry?.index !== index)
      throw new UsageError(`cannot merge: ${folder} lacks row ${index} of the batch`);
    if (entry.folder !== null && !isFolderName(entry.folder))
      throw new UsageError(`cannot merge: ${folder} names a report ${JSON.stringify(entry.folder)}`);
    if (entry.folder !== null) await copyReport(join(folder, entry.folder), join(place, entry.folder), files);
    yield entry;
  }
}

/** A merge that has been asked for. */
interface Merge {
  out: string;
  quiet: boolean;
  io: Io;
  stop: StopSignal;
}

/** Everything in its place, then under its name; null where it was asked to stop. */
async function putTogether(
  parts: readonly ShardPart[],
  { merged, temporary }: MergePlace,
  { out, quiet, io, stop }: Merge,
): Promise<BatchManifest["counts"] | null> {
  const { entries: _, counts: __, ...header } = parts[0]!.manifest;
  await writing(out, () => makeFolder(merged));
  const progress = batchProgress(header.nEntries, quiet, io, "merged");
  const counts = await assemble(
    { out: merged, temporary },
    { ...header, shard: null },
    header.nEntries,
    mergedEntries(parts, merged),
    { stop, onRow: () => progress.add(false) },
  ).finally(progress.end);
  if (counts === null) return null;
  await rmdir(out).catch(() => {});
  await writing(out, () => rename(merged, resolve(out)));
  await syncFolder(dirname(resolve(out)));
  return counts;
}

/**
 * Puts the shards of one batch together, byte for byte as if it had never been split. The output appears whole at the
 * end, or not at all; a merge that was killed can be run again.
 *
 * @returns 0 when every patient has a report, 1 when some have none, 130 when it was interrupted.
 * @throws {UsageError} when shards are missing, unfinished, doubled or of different batches or versions.
 */
export async function mergeShards(
  folders: readonly string[],
  out: string,
  quiet: boolean,
  io: Io,
): Promise<ExitCode> {
  const parts = await readShardParts(folders);
  const stop = stopSignal();
  const forget = stopOnSignals(() => stop.request());
  try {
    const place = await takeMergePlace(out);
    let counts: BatchManifest["counts"] | null;
    try {
      if ((await inspectOutput(out)).stage !== "new")
        throw new UsageError(`${out} holds a batch already; choose another folder`);
      counts = await putTogether(parts, place, { out, quiet, io, stop });
    } finally {
      await place.leave();
    }
    if (counts === null) {
      io.stderr(`nof1: stopped; nothing was written to ${out}, and the same command begins again\n`);
      return exitCodes.interrupted;
    }
    if (!quiet) io.stderr(batchEnding(counts, out));
    return nFailures({ counts }) > 0 ? exitCodes.noAnswer : exitCodes.done;
  } finally {
    forget();
  }
}
