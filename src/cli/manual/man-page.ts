import type { Command } from "commander";
import { version } from "../../version.ts";
import type { CliCommand, LoadedProgram } from "../command.ts";

/** Text as roff takes it: no line begins a request, a hyphen is a hyphen. */
const roff = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/gmu, "\\&$1");

const described = (term: string, description: string): string =>
  `.TP\n\\fB${roff(term)}\\fR\n${roff(description)}\n`;

function commandSection({ name, description, examples }: CliCommand, command: Command): string {
  const help = command.createHelp();
  const terms = command.registeredArguments.map((one) =>
    described(one.name(), help.argumentDescription(one)),
  );
  const options = command.options.map((one) => described(one.flags, help.optionDescription(one)));
  const lines = examples.map((line) => `.br\n${roff(line)}\n`).join("");
  return `.SS nof1 ${name} ${roff(command.usage())}
${roff(description)}
${[...terms, ...options].join("")}${lines && `.PP\n${lines}`}`;
}

/**
 * The manual page of nof1, from the same words as its help.
 */
export function manPage({ program, entries }: LoadedProgram): string {
  const sections = entries.map((entry) =>
    commandSection(entry, program.commands.find((one) => one.name() === entry.name)!),
  );
  return `.TH NOF1 1 "" "nof1 ${version}" "User commands"
.SH NAME
nof1 \\- ${roff(program.description())}
.SH SYNOPSIS
.B nof1
.I command
[files] [options]
.SH COMMANDS
${sections.join("")}.SH CONFIGURATION
Options may stand in nof1.config.json in the working folder, or in the file of \\fB\\-\\-config\\fR: those that every command
takes (format, quiet, level, seed) at the top, those of a command under its name, all as they are called on the command line
without the dashes. Each may also be an environment variable, such as NOF1_LEVEL=0.9. The command line comes first, then the
environment, then the file.
.SH EXIT STATUS
0 done; 1 readable data that allow no answer, or a batch with a failure; 2 bad usage or unreadable, contradictory input; 130
interrupted.
`;
}
