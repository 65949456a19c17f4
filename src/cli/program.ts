import { Command, Option } from "commander";
import { version } from "../version.ts";
import type { CliCommand, LoadedProgram } from "./command.ts";
import { checkDrawing, type DrawingFlags, pixelRatioOption, themeOption } from "./drawing.ts";
import { checkInteractive, type InteractiveFlags, interactiveOption } from "./interactive.ts";
import type { ExitCode, Io } from "./io.ts";
import { outputFormats } from "./output-formats.ts";
import { suggestChoices } from "./suggest-choices.ts";

const FOOTER = `
Examples:
  nof1 response patient.csv                     the table of one patient
  nof1 report patients/ -o reports              a page per patient, and an index

nof1 COMMAND --help tells the options of a command. Options may also stand in nof1.config.json (or --config FILE) and in the
environment (NOF1_LEVEL=0.9); the command line comes first, then the environment, then the file.`;

/** The program with the names of all commands, and the options that all of them take. */
export function programOf(entries: readonly CliCommand[], io: Io): Command {
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
    .addOption(themeOption())
    .addOption(pixelRatioOption())
    .addOption(interactiveOption())
    .option("--quiet", "say nothing but errors on the standard error")
    .option("--config <file>", "options from a JSON file (default: nof1.config.json, where there is one)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: (text) => io.stderr(text),
      outputError: (text, write) => write(text.replace(/^error:/u, "nof1:")),
    })
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .showHelpAfterError("(nof1 --help lists the commands and options)")
    .addHelpText("after", FOOTER)
    .hook("preAction", (_, command) => {
      const given = givenHere(command);
      checkDrawing(given);
      checkInteractive(given, command.name());
    });
  suggestChoices(program);
  for (const { name, description, group } of entries)
    program.command(name).description(description).helpGroup(group);
  return program;
}

/** Flags of the command line itself, with the format: what a file or the environment asks of pictures, a table lets pass. */
function givenHere(command: Command): DrawingFlags & InteractiveFlags & { format: string } {
  const { format, ...flags } = command.optsWithGlobals();
  const isHere = (name: string): boolean => command.getOptionValueSourceWithGlobals(name) === "cli";
  return { format, ...Object.fromEntries(Object.entries(flags).filter(([name]) => isHere(name))) };
}

/** Loads a command and gives it its options. */
export async function setUpCommand(
  entries: readonly CliCommand[],
  command: Command,
  io: Io,
  end: (code: ExitCode) => void,
): Promise<void> {
  const entry = entries.find(({ name }) => name === command.name());
  if (!entry) return;
  const setUp = await entry.load();
  setUp(command, io, end, () => wholeProgram(entries, io));
  suggestChoices(command);
  command.optionsGroup("Output:");
  for (const option of command.parent!.options) if (option.long !== "--version") command.addOption(option);
  if (entry.examples.length > 0)
    command.addHelpText("after", `\nExamples:\n${entry.examples.map((line) => `  ${line}`).join("\n")}`);
}

/** The program with the options of every command, as the manual and the shells need it. */
async function wholeProgram(entries: readonly CliCommand[], io: Io): Promise<LoadedProgram> {
  const program = programOf(entries, io);
  for (const command of program.commands) await setUpCommand(entries, command, io, () => {});
  return { program, entries };
}
