import type { Command } from "commander";
import type { ExitCode, Io } from "./io.ts";

/** The program with the options of every command loaded, and what the help says of each. */
export interface LoadedProgram {
  program: Command;
  entries: readonly CliCommand[];
}

/** Gives a command its arguments, options and action, which says how it ended. */
export type CommandSetUp = (
  command: Command,
  io: Io,
  end: (code: ExitCode) => void,
  whole: () => Promise<LoadedProgram>,
) => void;

/** One command of `nof1` as the help lists it; what it needs is loaded only when it is called. */
export interface CliCommand {
  name: string;
  /** Heading of the help under which it stands. */
  group: string;
  description: string;
  /** Lines that run as they stand in a checkout. */
  examples: readonly string[];
  load(): Promise<CommandSetUp>;
}
