import { InvalidArgumentError } from "commander";

/** `saline,IVIG` as names, all different. */
export function nameList(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.some((name) => name === "") || new Set(names).size < names.length)
    throw new InvalidArgumentError(`different names with commas between them are needed, got "${text}"`);
  return names;
}
