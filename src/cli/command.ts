import type { Command } from "commander";
import type { ExitCode, Io } from "./io.ts";

/** One command of `nof1`: it adds itself to the program and says how it ended. */
export interface CliCommand {
  name: string;
  add(program: Command, io: Io, end: (code: ExitCode) => void): void;
}
