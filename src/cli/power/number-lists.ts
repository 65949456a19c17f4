import { InvalidArgumentError, Option } from "commander";

/**
 * An option that takes numbers with commas between them.
 *
 * @param test What each must be.
 * @param needed The same in words.
 */
export function numbersOption(
  flags: string,
  description: string,
  test: (value: number) => boolean,
  needed: string,
): Option {
  return new Option(flags, description).argParser((text) => {
    const values = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
    if (values.every((value) => Number.isFinite(value) && test(value))) return [...new Set(values)];
    throw new InvalidArgumentError(`${needed}, with commas between several, are needed, got "${text}"`);
  });
}
