import { InvalidArgumentError, Option } from "commander";

/** One part of a batch, from 1. */
export interface Shard {
  part: number;
  of: number;
}

/** `--shard 2/7`. */
export const shardOption = (): Option =>
  new Option(
    "--shard <i/n>",
    "do only every n-th patient, from the i-th; put together by nof1 merge",
  ).argParser((text): Shard => {
    const found = /^(\d+)\/(\d+)$/u.exec(text.trim());
    const [part, of] = [Number(found?.[1]), Number(found?.[2])];
    if (found && part >= 1 && part <= of && of <= 100_000) return { part, of };
    throw new InvalidArgumentError(`a part and their number such as 2/7 are needed, got "${text}"`);
  });

/** Whether a row belongs to a shard; all do where there is none. */
export function isOfShard({ index }: { index: number }, shard: Shard | null): boolean {
  return shard === null || index % shard.of === shard.part - 1;
}

/** The rows of a shard; all of them where there is none. */
export function ofShard<Entry extends { index: number }>(
  entries: readonly Entry[],
  shard: Shard | null,
): readonly Entry[] {
  return entries.filter((entry) => isOfShard(entry, shard));
}
