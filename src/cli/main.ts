import { CommanderError } from "commander";
import { commandLine } from "./command-line.ts";
import { commands } from "./commands/index.ts";
import { type ExitCode, exitCodes, type Io } from "./io.ts";
import { readOutsideOptions } from "./outside-options.ts";
import { programOf, setUpCommand } from "./program.ts";
import { reportError } from "./report-error.ts";

/**
 * Runs `nof1` with its arguments.
 *
 * @param argv Arguments after the program's name.
 * @returns The exit code: 0 done, 1 no answer in readable data, 2 bad usage or input.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const end = (ended: ExitCode): void => {
    code = ended;
  };
  const program = programOf(commands, io).hook("preSubcommand", async (_, command) => {
    await setUpCommand(commands, command, io, end);
    const outside = await readOutsideOptions(command, commands, io);
    program.setOptionValue("commandLine", commandLine(argv, outside));
  });
  try {
    // "help response" is "response --help", so that the command is loaded.
    const words = argv[0] === "help" && argv[1] !== undefined ? [argv[1], "--help"] : [...argv];
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
    return reportError(error, io);
  }
}
