import type { Command } from "commander";

/** A shell whose completion nof1 can write. */
export interface Shell {
  name: string;
  /** How a user turns it on. */
  install: string;
  /** The shell's own script. */
  script(program: Command): string;
}

/** An option by its long name, and what may follow it. */
interface LongOption {
  long: string;
  choices: readonly string[];
  description: string;
  takesValue: boolean;
}

export function longOptions(command: Command): LongOption[] {
  return command.options.flatMap(({ long, argChoices, description, required, optional }) =>
    long === undefined
      ? []
      : [{ long, choices: argChoices ?? [], description, takesValue: required || optional }],
  );
}

/** A text between single quotes, as every shell reads it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
