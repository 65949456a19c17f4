import { Argument } from "commander";
import type { CommandSetUp } from "../command.ts";
import { writeOutput } from "../files.ts";
import { exitCodes } from "../io.ts";
import { shells } from "../manual/completions/index.ts";
import { type CommonOptions, unusedLevelOption, unusedSeedOption } from "../options.ts";

/** Writes the script with which a shell completes commands, options and their choices. */
export const completion: CommandSetUp = (command, io, end, whole) => {
  command
    .addArgument(new Argument("<shell>", "the shell").choices(shells.map(({ name }) => name)))
    .addOption(unusedLevelOption())
    .addOption(unusedSeedOption())
    .addHelpText("after", `\n${shells.map(({ name, install }) => `${name}: ${install}`).join("\n")}`)
    .action(async (name: string) => {
      const { output }: CommonOptions = command.optsWithGlobals();
      const script = shells.find((shell) => shell.name === name)!.script((await whole()).program);
      if (output === undefined) io.stdout(script);
      else await writeOutput(output, script);
      end(exitCodes.done);
    });
};
