import { version } from "../../version.ts";
import type { BatchInput } from "./batch-plan.ts";
import type { Shard } from "./shard.ts";

/** What decides every byte of a batch: two runs with equal headers write the same folder. */
export interface BatchHeader {
  kind: "response-batch";
  schemaVersion: 1;
  versions: { nof1: string; node: string };
  /** Of the response fit, after defaults. */
  options: Record<string, unknown>;
  seed: number;
  /** null for a whole batch. */
  shard: Shard | null;
  /** Rows of the whole batch, whatever the shard. */
  nEntries: number;
  inputs: BatchInput[];
}

export function batchHeader(
  options: Record<string, unknown>,
  seed: number,
  shard: Shard | null,
  plan: { inputs: BatchInput[]; entries: readonly unknown[] },
): BatchHeader {
  return {
    kind: "response-batch",
    schemaVersion: 1,
    versions: { nof1: version, node: process.versions.node },
    options,
    seed,
    shard,
    nEntries: plan.entries.length,
    inputs: plan.inputs,
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** How a batch that was begun differs from the one asked for, in words; empty where they are the same. */
export function headerDifferences(begun: BatchHeader, asked: BatchHeader): string[] {
  const differences: string[] = [];
  if (!same(begun.versions, asked.versions)) {
    const words = ({ versions }: BatchHeader): string => `nof1 ${versions.nof1} on Node ${versions.node}`;
    differences.push(`the version (${words(begun)} against ${words(asked)})`);
  }
  const keys = new Set([...Object.keys(begun.options), ...Object.keys(asked.options)]);
  const changed = [...keys].filter((key) => !same(begun.options[key], asked.options[key]));
  if (changed.length > 0) differences.push(`the options (${changed.join(", ")})`);
  if (!same(begun.seed, asked.seed)) differences.push(`the seed (${begun.seed} against ${asked.seed})`);
  if (!same(begun.shard, asked.shard)) differences.push("the shard");
  const files = begun.inputs.map(({ path }) => path);
  if (
    !same(
      files,
      asked.inputs.map(({ path }) => path),
    )
  )
    differences.push("the list of input files");
  else {
    const other = asked.inputs.filter(({ sha256 }, i) => sha256 !== begun.inputs[i]!.sha256);
    if (other.length > 0)
      differences.push(`the content of ${other[0]!.path}${other.length > 1 ? " and others" : ""}`);
  }
  return differences;
}
