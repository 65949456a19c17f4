import type { CommandSetUp } from "../command.ts";
import { writeOutput } from "../files.ts";
import { exitCodes } from "../io.ts";
import { manPage } from "../manual/man-page.ts";
import { markdownPage } from "../manual/markdown-page.ts";
import { type CommonOptions, unusedLevelOption, unusedSeedOption } from "../options.ts";

/** Writes the manual of all commands: a page for man, or Markdown. */
export const manual: CommandSetUp = (command, io, end, whole) => {
  command
    .addOption(unusedLevelOption())
    .addOption(unusedSeedOption())
    .action(async () => {
      const { format, output }: CommonOptions = command.optsWithGlobals();
      const page = format === "markdown" ? markdownPage : manPage;
      const text = page(await whole());
      if (output === undefined) io.stdout(text);
      else await writeOutput(output, text);
      end(exitCodes.done);
    });
};
