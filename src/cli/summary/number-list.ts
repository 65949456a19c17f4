import { InvalidArgumentError } from "commander";

/** Positive numbers with commas between them. */
export function numberList(text: string): number[] {
  return text.split(",").map((part) => {
    const value = part.trim() === "" ? Number.NaN : Number(part);
    if (!(value > 0 && value < Infinity))
      throw new InvalidArgumentError(`positive numbers such as 10,20,30 are needed, got "${text}"`);
    return value;
  });
}
