import { InputError } from "../../errors.ts";
import { systemReason } from "../files.ts";

/** A failure of the system as a message that names the place. */
export function outputError(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  return new InputError([{ path, message: `cannot be written: ${systemReason(error)}` }]);
}

/** Does something with a place in the output; a failure of the system is told in words. */
export async function writing<Value>(path: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    throw outputError(path, error);
  }
}
