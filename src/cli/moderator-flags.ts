import { type Command, InvalidArgumentError } from "commander";
import type { Series } from "../schema/series.ts";
import { columnsOf } from "./series-columns.ts";

/** Options of a pool with moderators as they stand on the command line. */
export interface ModeratorFlags {
  moderator?: string[];
  /** Points as they were written: a text for each moderator. */
  at?: { [moderator: string]: string }[];
  permutations?: number | "exact";
}

function pointIn(
  text: string,
  before: { [moderator: string]: string }[] = [],
): { [moderator: string]: string }[] {
  const parts = text.split(",").map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at).trim(), part.slice(at + 1).trim(), at] as const;
  });
  if (parts.some(([name, value, at]) => at < 1 || name === "" || value === ""))
    throw new InvalidArgumentError(
      `a value of each moderator is needed, such as dose=2 or "dose=2,control=yes", got "${text}"`,
    );
  return [...before, Object.fromEntries(parts.map(([name, value]) => [name, value]))];
}

function countIn(text: string): number | "exact" {
  if (text === "exact") return "exact";
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isSafeInteger(value) && value >= 2) return value;
  throw new InvalidArgumentError(`a whole number of at least 2, or exact, is needed, got "${text}"`);
}

/** Adds the flags of a pool with moderators to a command. */
export function addModeratorFlags(command: Command): Command {
  return command
    .option("--moderator <column...>", "columns that the effect may go with: numbers, or texts")
    .option(
      "--at <values...>",
      'with --moderator: the effect at chosen values of them, such as dose=2 or "dose=2,control=yes"',
      pointIn,
    )
    .option(
      "--permutations <number>",
      "with --moderator: test it by permutation, which holds its level with few series: all arrangements where there are no more than this number, else as many at random (--seed); exact asks for all",
      countIn,
    );
}

/** Options that mean something beside moderators only. */
export function moderatorFlagProblems({ moderator, at, permutations }: ModeratorFlags): string[] {
  if (moderator) return [];
  return [
    ...(at === undefined ? [] : ["--at: needs --moderator"]),
    ...(permutations === undefined ? [] : ["--permutations: needs --moderator"]),
  ];
}

/** Columns that the file does not have. */
export function moderatorProblems({ moderator = [] }: ModeratorFlags, series: readonly Series[]): string[] {
  const columns = columnsOf(series);
  const known = columns.length > 0 ? columns.join(", ") : "it has none beside its numbers";
  return moderator
    .filter((column) => !columns.includes(column))
    .map((column) => `--moderator ${column}: a column of the file is needed (${known})`);
}
