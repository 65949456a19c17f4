import { type Command, InvalidArgumentError } from "commander";
import { didYouMean } from "./closest-word.ts";

/** Adds the probable word to the message of an option that was given a word it does not know. */
export function suggestChoices(command: Command): void {
  for (const option of command.options) {
    const { argChoices, parseArg } = option;
    if (!argChoices || !parseArg) continue;
    option.argParser((text: string, previous: unknown) => {
      try {
        return parseArg.call(option, text, previous as never);
      } catch (error) {
        if (!(error instanceof InvalidArgumentError)) throw error;
        throw new InvalidArgumentError(`${error.message}${didYouMean(text, argChoices)}`);
      }
    });
  }
}
