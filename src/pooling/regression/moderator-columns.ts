import { InputError, type InputIssue } from "../../errors.ts";
import type { Moderator } from "../../schema/meta-regression.ts";
import type { NamedEffect } from "../overlaps.ts";

/** One column of the design, beside the intercept. */
export interface ModeratorColumn {
  moderator: string;
  parameter: string;
  label: string;
  /** What a unit of the coefficient is per, such as ` per dose`; empty for a level of a text. */
  per: string;
  values: readonly number[];
}

/** A moderator with its columns. */
export interface CodedModerator {
  moderator: Moderator;
  columns: ModeratorColumn[];
}

type Value = number | string;

function isMissing(value: Value | undefined): boolean {
  return value === undefined || value === "" || (typeof value === "number" && !Number.isFinite(value));
}

/**
 * The values of one moderator.
 *
 * @throws {RangeError} where no row has it.
 * @throws {InputError} with every row that lacks it.
 */
export function moderatorValues(rows: readonly NamedEffect[], name: string): Value[] {
  const values = rows.map(({ moderators }) => moderators?.[name]);
  if (values.every((value) => value === undefined)) {
    const known = [...new Set(rows.flatMap(({ moderators }) => Object.keys(moderators ?? {})))].sort();
    const found = known.length > 0 ? `the rows have ${known.join(", ")}` : "the rows have none";
    throw new RangeError(`moderators must be columns of the rows, got "${name}"; ${found}`);
  }
  const issues: InputIssue[] = rows.flatMap(({ series }, i) =>
    isMissing(values[i])
      ? [
          {
            path: `rows[${i}].moderators.${name}`,
            message: `Cannot use the moderator "${name}": "${series}" needs a value of it, got none`,
          },
        ]
      : [],
  );
  if (issues.length > 0) throw new InputError(issues);
  return values as Value[];
}

/** Levels of a text in the order of their characters. */
export function levelsOf(values: readonly Value[]): string[] {
  return [...new Set(values.map(String))].sort();
}

function numeric(name: string, values: readonly number[]): CodedModerator {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    moderator: { name, kind: "number", reference: null, levels: [], average },
    columns: [
      {
        moderator: name,
        parameter: `moderator:${name}`,
        label: `Change per unit of ${name}`,
        per: name,
        values,
      },
    ],
  };
}

function text(name: string, values: readonly Value[]): CodedModerator {
  const levels = levelsOf(values);
  const reference = levels[0]!;
  return {
    moderator: { name, kind: "text", reference, levels, average: null },
    columns: levels.slice(1).map((level) => ({
      moderator: name,
      parameter: `moderator:${name}=${level}`,
      label: `${name}: ${level} against ${reference}`,
      per: "",
      values: values.map((value) => (String(value) === level ? 1 : 0)),
    })),
  };
}

/**
 * Puts a moderator into columns: a number as it is, a text as one column of zeros and ones for each level but the first in the
 * order of characters, which the others are compared with.
 */
export function codedModerator(rows: readonly NamedEffect[], name: string): CodedModerator {
  const values = moderatorValues(rows, name);
  const isNumber = values.every((value) => typeof value === "number");
  return isNumber ? numeric(name, values as number[]) : text(name, values);
}
