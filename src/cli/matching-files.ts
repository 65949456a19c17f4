import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { sep } from "node:path";

const WILD = /[*?]/u;
const SEPARATORS = sep === "\\" ? /[\\/]+/u : /\/+/u;

/** Whether a path has `*` or `?`, which the shell did not replace. */
export const isPattern = (path: string): boolean => WILD.test(path);

/** `*` and `?` of one part of a path; like a shell's, they don't stand for a dot in front. */
function partPattern(part: string): RegExp {
  const escaped = part.replace(/[.+^${}()|[\]\\]/gu, "\\$&");
  const wild = escaped.replace(/\*+/gu, ".*").replace(/\?/gu, ".");
  return new RegExp(`^${part.startsWith(".") ? "" : "(?!\\.)"}${wild}$`, "su");
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The paths below a folder that the parts match, in the order of their names; links to folders are not followed by `**`. */
async function* matches(folder: string, [part, ...rest]: readonly string[]): AsyncGenerator<string> {
  if (part === undefined) return;
  if (part === "**") {
    yield* matches(folder, rest.length === 0 ? ["*"] : rest);
    for (const entry of await entriesOf(folder)) {
      if (entry.isDirectory() && !entry.name.startsWith("."))
        yield* matches(`${folder}${entry.name}/`, [part, ...rest]);
    }
    return;
  }
  if (!WILD.test(part) && rest.length > 0) {
    yield* matches(`${folder}${part}/`, rest);
    return;
  }
  const pattern = partPattern(part);
  for (const { name } of await entriesOf(folder)) {
    if (!pattern.test(name)) continue;
    if (rest.length === 0) yield `${folder}${name}`;
    else yield* matches(`${folder}${name}/`, rest);
  }
}

/**
 * The paths that a pattern means, each once and in the order of their names: `*` stands for any characters of a name, `?` for one,
 * `**` for any folders. For where no shell does it: in quotes, in a configuration, on Windows.
 */
export async function matchingFiles(pattern: string): Promise<string[]> {
  const parts = pattern.split(SEPARATORS);
  // "/a/*" begins with an empty part, and so does its root.
  const [first, ...rest] = parts;
  const found = new Set<string>();
  for await (const path of first === "" ? matches("/", rest) : matches("", parts)) found.add(path);
  return [...found].sort();
}
