import { type Command, InvalidArgumentError } from "commander";
import type { Series } from "../schema/series.ts";

/** Options of a multilevel pool as they stand on the command line. */
export interface MultilevelFlags {
  multilevel?: string[];
  outcome?: string;
  rho?: number;
}

function correlationIn(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= 0 && value < 1) return value;
  throw new InvalidArgumentError(`a correlation from 0 to below 1 is needed, got "${text}"`);
}

/** Adds the flags of a multilevel pool to a command. */
export function addMultilevelFlags(command: Command): Command {
  return command
    .option(
      "--multilevel <column...>",
      "pool estimates that are not independent: columns of their groups, outermost first, such as paper patient (series: the row itself)",
    )
    .option(
      "--outcome <column>",
      "with --multilevel: the column that says which of two outcomes a row is about; both are pooled at once, each helped by the other",
    )
    .option(
      "--rho <correlation>",
      "with --multilevel: assumed correlation of sampling errors within an outermost group (default: 0)",
      correlationIn,
    );
}

/**
 * Options without meaning beside a multilevel pool.
 *
 * @param others Each with its value; undefined where it was not given.
 */
export function multilevelFlagProblems(
  { multilevel, outcome, rho }: MultilevelFlags,
  others: readonly (readonly [flag: string, value: unknown])[],
): string[] {
  if (!multilevel)
    return [
      ...(rho === undefined ? [] : ["--rho: needs --multilevel"]),
      ...(outcome === undefined
        ? []
        : ["--outcome: needs --multilevel with the column whose rows go together, such as paper"]),
    ];
  const given = others.flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
  return [
    ...(given.length > 0 ? [`--multilevel goes without these: leave out ${given.join(", ")}`] : []),
    ...(outcome !== undefined && multilevel.length > 1
      ? [`--outcome: --multilevel takes one column with it, got ${multilevel.join(", ")}`]
      : []),
  ];
}

/** Columns that the file does not have. */
export function multilevelProblems(
  { multilevel = [], outcome }: MultilevelFlags,
  series: readonly Series[],
): string[] {
  const columns = ["series", ...new Set(series.flatMap(({ moderators }) => Object.keys(moderators)))];
  const asked = [
    ...multilevel.map((column) => ({ flag: "--multilevel", column })),
    ...(outcome === undefined ? [] : [{ flag: "--outcome", column: outcome }]),
  ];
  return asked
    .filter(({ column }) => !columns.includes(column))
    .map(({ flag, column }) => `${flag} ${column}: a column of the file is needed (${columns.join(", ")})`);
}
