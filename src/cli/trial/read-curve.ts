import { InputError } from "../../errors.ts";
import { type ResponseResult, responseResultSchema } from "../../schema/response-result.ts";
import type { Io } from "../io.ts";
import { ofShape, readJsonFile } from "./json-file.ts";

const isResponse = (found: unknown): boolean =>
  typeof found === "object" && found !== null && "kind" in found && found.kind === "response";

/**
 * Reads the fitted response that `nof1 response --format json` wrote, by itself or in its array.
 *
 * @throws {InputError} when the file holds none, or several.
 */
export async function readCurve(path: string, io: Io): Promise<ResponseResult> {
  const { input, found } = await readJsonFile(path, io);
  const all = (Array.isArray(found) ? found : [found]).filter(isResponse);
  if (all.length !== 1) {
    const message = `one fitted response is needed, as nof1 response --format json writes it for one patient and outcome, got ${all.length}`;
    throw new InputError([{ path: input.path, message }]);
  }
  return ofShape(all[0], responseResultSchema, input.path);
}
