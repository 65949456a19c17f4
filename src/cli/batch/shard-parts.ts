import { UsageError } from "../report-error.ts";
import { type BatchHeader, headerDifferences } from "./batch-header.ts";
import type { BatchManifest } from "./manifest.ts";
import { inspectOutput } from "./open-output.ts";
import type { Shard } from "./shard.ts";

/** A finished part of a batch. */
export interface ShardPart {
  folder: string;
  shard: Shard;
  manifest: BatchManifest;
}

async function readPart(folder: string): Promise<ShardPart> {
  const state = await inspectOutput(folder);
  if (state.stage === "new") throw new UsageError(`${folder} holds no shard: nothing is there`);
  if (state.stage === "unfinished")
    throw new UsageError(`${folder} is not finished; run it again with --resume before merging`);
  const { shard } = state.manifest;
  if (shard === null) throw new UsageError(`${folder} is a whole batch, not a shard of one`);
  return { folder, shard, manifest: state.manifest };
}

function differencesTo(first: ShardPart, { folder, shard, manifest }: ShardPart): string[] {
  const asked: BatchHeader = first.manifest;
  const differences = headerDifferences({ ...asked, shard }, manifest);
  if (shard.of !== first.shard.of)
    differences.push(`the number of shards (${first.shard.of}, here ${shard.of})`);
  return differences.length === 0
    ? []
    : [`${folder} differs from ${first.folder} in ${differences.join("; ")}`];
}

/** All parts of one batch, in order; every problem is named. */
function checkParts(parts: readonly ShardPart[]): ShardPart[] {
  const first = parts[0]!;
  const { of } = first.shard;
  const problems = parts.flatMap((part) => differencesTo(first, part));
  const found = new Map<number, ShardPart>();
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

/**
 * Reads the shards of one batch and puts them in order.
 *
 * @throws {UsageError} when shards are missing, unfinished, doubled or of different batches or versions.
 */
export async function readShardParts(folders: readonly string[]): Promise<ShardPart[]> {
  const parts: ShardPart[] = [];
  for (const folder of folders) parts.push(await readPart(folder));
  return checkParts(parts);
}
