import { InputError, type InputIssue } from "../../errors.ts";
import { type InputText, readInput } from "../files.ts";
import type { Io } from "../io.ts";

/** What a shape of `schema/` can do. */
export interface Shape<T> {
  safeParse(
    found: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
}

/** A JSON file as it was read. */
export interface JsonFile {
  input: InputText;
  found: unknown;
}

/**
 * Reads a JSON file that stands beside the file to analyse.
 *
 * @throws {InputError} when it cannot be read, or is not JSON.
 */
export async function readJsonFile(path: string, io: Io): Promise<JsonFile> {
  const input = await readInput(path, io);
  try {
    return { input, found: JSON.parse(input.text.replace(/^\uFEFF/u, "")) };
  } catch (error) {
    const message = `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`;
    throw new InputError([{ path: input.path, message }]);
  }
}

/**
 * Takes what was found for a value of a shape.
 *
 * @throws {InputError} with every problem, each under its place.
 */
export function ofShape<T>(found: unknown, shape: Shape<T>, path: string): T {
  const parsed = shape.safeParse(found);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue): InputIssue => {
    const column = issue.path.join(".");
    return { path, ...(column !== "" && { column }), message: issue.message };
  });
  throw new InputError(issues);
}
