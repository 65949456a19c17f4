import { mergeShards } from "../batch/merge-shards.ts";
import type { CommandSetUp } from "../command.ts";
import type { CommonOptions } from "../options.ts";
import { unusedLevelOption, unusedSeedOption } from "../options.ts";
import { UsageError } from "../report-error.ts";

/** Puts the shards of a batch together. */
export const merge: CommandSetUp = (command, io, end) => {
  command
    .argument("<folders...>", "every shard's folder, in any order")
    .addOption(unusedLevelOption())
    .addOption(unusedSeedOption())
    .action(async (folders: string[]) => {
      const { output, quiet } = command.optsWithGlobals() as CommonOptions;
      if (output === undefined) throw new UsageError("merge needs -o OUT, the folder to write to");
      end(await mergeShards(folders, output, quiet ?? false, io));
    });
};
