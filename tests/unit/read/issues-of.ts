import { expect } from "vitest";
import { InputError, type InputIssue } from "../../../src/errors.ts";
import { type ReadPatientsOptions, readPatients } from "../../../src/read/index.ts";

/** The issues that reading a text throws; fails where it throws none, or anything else. */
export function issuesOf(text: string, options: ReadPatientsOptions = {}): readonly InputIssue[] {
  try {
    readPatients(text, { path: "f", ...options });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).issues;
  }
  throw new Error("nothing was thrown");
}

/** The issues in words: `f:row:column: message`. */
export function problemsOf(text: string, options: ReadPatientsOptions = {}): string[] {
  return issuesOf(text, options).map(({ path, row, column, message }) => {
    return `${[path, row, column].filter((part) => part !== undefined).join(":")}: ${message}`;
  });
}
