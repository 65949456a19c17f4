import { EstimationError, formatInputIssue, InputError } from "../errors.ts";
import { type ExitCode, exitCodes, type Io } from "./io.ts";

/** The user's words on the command line are wrong. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/**
 * Prints what went wrong and chooses the exit code.
 *
 * @returns 1 where readable data allow no answer, 2 where usage or input is wrong.
 */
export function reportError(error: unknown, io: Io, about = "nof1"): ExitCode {
  if (error instanceof InputError) {
    io.stderr(error.issues.map((issue) => `${formatInputIssue(issue)}\n`).join(""));
    return exitCodes.badInput;
  }
  if (error instanceof EstimationError) {
    io.stderr(`${about}: ${error.message}\n`);
    return exitCodes.noAnswer;
  }
  if (error instanceof UsageError || error instanceof RangeError) {
    io.stderr(`nof1: ${error.message}\n`);
    return exitCodes.badInput;
  }
  throw error;
}
