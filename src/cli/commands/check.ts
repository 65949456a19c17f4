import type { CommandSetUp } from "../command.ts";
import { fileKindOf } from "../file-kinds.ts";
import { readInput } from "../files.ts";
import { type ExitCode, exitCodes } from "../io.ts";
import { chosenScale, stepOption, unusedLevelOption, unusedSeedOption } from "../options.ts";
import { reportError } from "../report-error.ts";

/** Validates files without analysing them. */
export const check: CommandSetUp = (command, io, end) => {
  command
    .argument(
      "<files...>",
      "patients, trials, relapses, series or reports as CSV or JSON, - for standard input",
    )
    .option("--scale <range>", "lowest and highest score, such as 0-100 (default: the file's, else 0-10)")
    .addOption(stepOption())
    .addOption(unusedLevelOption())
    .addOption(unusedSeedOption())
    .action(async (files: string[], options: { scale?: string; step?: number }) => {
      const scale = chosenScale(options);
      let code: ExitCode = exitCodes.done;
      for (const file of files) {
        try {
          const input = await readInput(file, io);
          io.stdout(`${input.path}: ok, ${fileKindOf(input.text).describe(input, scale)}\n`);
        } catch (error) {
          code = reportError(error, io);
        }
      }
      end(code);
    });
};
