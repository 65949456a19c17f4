import { Command, CommanderError, Option } from "commander";
import { version } from "../version.ts";
import { commands } from "./commands/index.ts";
import { type ExitCode, exitCodes, type Io } from "./io.ts";
import { outputFormats } from "./output-formats.ts";
import { reportError } from "./report-error.ts";

/**
 * Runs `nof1` with its arguments.
 *
 * @param argv Arguments after the program's name.
 * @returns The exit code: 0 done, 1 no answer in readable data, 2 bad usage or input.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = new Command("nof1")
    .description("Statistics of very few patients: response curves with intervals that mean what they say")
    .version(version)
    .addOption(
      new Option("--format <format>", "how the result is written")
        .choices(outputFormats.map(({ name }) => name))
        .default(outputFormats[0]!.name),
    )
    .option(
      "-o, --output <path>",
      "file (or for report and design: folder) to write to, instead of the standard output",
    )
    .option("--quiet", "say nothing but errors on the standard error")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: (text) => io.stderr(text),
      outputError: (text, write) => write(text.replace(/^error:/u, "nof1:")),
    })
    .showHelpAfterError("(nof1 --help lists the commands and options)");
  for (const command of commands) {
    command.add(program, io, (ended) => {
      code = ended;
    });
  }
  for (const command of program.commands) {
    command.copyInheritedSettings(program);
    for (const option of program.options) if (option.long !== "--version") command.addOption(option);
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
    return reportError(error, io);
  }
}
