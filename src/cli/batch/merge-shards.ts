import { randomBytes } from "node:crypto";
import { cp, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { UsageError } from "../report-error.ts";
import { assemble } from "./assemble.ts";
import { batchEnding } from "./batch-ending.ts";
import { type BatchHeader, headerDifferences } from "./batch-header.ts";
import { isFolderName } from "./folder-names.ts";
import { makeFolder } from "./make-folder.ts";
import { type BatchManifest, type ManifestEntry, nFailures } from "./manifest.ts";
import { inspectOutput } from "./open-output.ts";
import { writing } from "./output-error.ts";
import type { Shard } from "./shard.ts";
import { syncFolder } from "./write-folder.ts";

/** A finished part of a batch. */
interface Part {
  folder: string;
  shard: Shard;
  manifest: BatchManifest;
}

async function readPart(folder: string): Promise<Part> {
  const state = await inspectOutput(folder);
  if (state.stage === "new") throw new UsageError(`${folder} holds no shard: nothing is there`);
  if (state.stage === "unfinished")
    throw new UsageError(`${folder} is not finished; run it again with --resume before merging`);
  const { shard } = state.manifest;
  if (shard === null) throw new UsageError(`${folder} is a whole batch, not a shard of one`);
  return { folder, shard, manifest: state.manifest };
}

/** All parts of one batch, in order; every problem is named. */
function checkParts(parts: readonly Part[]): Part[] {
  const first = parts[0]!;
  const { of } = first.shard;
  const asked: BatchHeader = first.manifest;
  const problems = parts.flatMap(({ folder, shard, manifest }) => {
    const differences = headerDifferences({ ...asked, shard }, manifest);
    if (shard.of !== of) differences.push(`the number of shards (${of}, here ${shard.of})`);
    return differences.length === 0
      ? []
      : [`${folder} differs from ${first.folder} in ${differences.join("; ")}`];
  });
  const found = new Map<number, Part>();
  for (const part of parts) {
    const same = found.get(part.shard.part);
    if (same) problems.push(`${same.folder} and ${part.folder} are both shard ${part.shard.part}/${of}`);
    found.set(part.shard.part, part);
  }
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((part) => !found.has(part));
  if (missing.length > 0)
    problems.push(
      `missing of ${of} shards: ${missing.slice(0, 20).join(", ")}${missing.length > 20 ? ", …" : ""}`,
    );
  if (problems.length > 0) throw new UsageError(`cannot merge: ${problems.join("\nnof1: cannot merge: ")}`);
  return [...found.values()].sort((a, b) => a.shard.part - b.shard.part);
}

/** Entries of all parts by their place in the whole batch; reports are copied as they come. */
async function* mergedEntries(parts: readonly Part[], place: string): AsyncGenerator<ManifestEntry> {
  const { nEntries } = parts[0]!.manifest;
  for (let index = 0; index < nEntries; index++) {
    const { folder, manifest } = parts[index % parts.length]!;
    const entry = manifest.entries[Math.floor(index / parts.length)];
    if (entry?.index !== index)
      throw new UsageError(`cannot merge: ${folder} lacks row ${index} of the batch`);
    if (entry.folder !== null && !isFolderName(entry.folder))
      throw new UsageError(`cannot merge: ${folder} names a report ${JSON.stringify(entry.folder)}`);
    if (entry.folder !== null) await copyReport(join(folder, entry.folder), join(place, entry.folder));
    yield entry;
  }
}

async function copyReport(from: string, to: string): Promise<void> {
  await readFile(join(from, "result.json")).catch(() => {
    throw new UsageError(`cannot merge: ${from} is named in the manifest, but its report is missing`);
  });
  await writing(to, () => cp(from, to, { recursive: true, errorOnExist: true, force: false }));
}

/**
 * Puts the shards of one batch together, byte for byte as if it had never been split. The output appears whole at the
 * end, or not at all.
 *
 * @returns 0 when every patient has a report, 1 when some have none.
 * @throws {UsageError} when shards are missing, unfinished, doubled or of different batches or versions.
 */
export async function mergeShards(
  folders: readonly string[],
  out: string,
  quiet: boolean,
  io: Io,
): Promise<ExitCode> {
  const read: Part[] = [];
  for (const folder of folders) read.push(await readPart(folder));
  const parts = checkParts(read);
  if ((await inspectOutput(out)).stage !== "new")
    throw new UsageError(`${out} holds a batch already; choose another folder`);
  const place = `${out.replace(/[/\\]+$/u, "")}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writing(out, () => makeFolder(place));
    const temporary = join(place, ".temporary");
    const { entries: _, counts: __, ...header } = parts[0]!.manifest;
    const whole = { ...header, shard: null };
    const counts = await assemble(
      { out: place, temporary },
      whole,
      header.nEntries,
      mergedEntries(parts, place),
    );
    await rm(temporary, { recursive: true });
    await writing(out, () => rename(place, out));
    await syncFolder(dirname(out));
    if (!quiet) io.stderr(batchEnding(counts, out));
    return nFailures({ counts }) > 0 ? exitCodes.noAnswer : exitCodes.done;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
