import { mergeShards } from "../batch/merge-shards.ts";
import type { CliCommand } from "../command.ts";
import type { CommonOptions } from "../options.ts";
import { unusedLevelOption, unusedSeedOption } from "../options.ts";
import { UsageError } from "../report-error.ts";

/** Puts the shards of a batch together. */
export const merge: CliCommand = {
  name: "merge",
  add(program, io, end) {
    program
      .command("merge")
      .description("put the shards of nof1 report --shard together, as if the batch had never been split")
      .argument("<folders...>", "every shard's folder, in any order")
      .addOption(unusedLevelOption())
      .addOption(unusedSeedOption())
      .action(async (folders: string[], _, command) => {
        const { output, quiet } = command.optsWithGlobals() as CommonOptions;
        if (output === undefined) throw new UsageError("merge needs -o OUT, the folder to write to");
        end(await mergeShards(folders, output, quiet ?? false, io));
      });
  },
};
