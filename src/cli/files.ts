import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { InputError } from "../errors.ts";
import type { Io } from "./io.ts";
import { isPattern, matchingFiles } from "./matching-files.ts";

/** Input as it was read. */
export interface InputText {
  /** As the user named it; `standard input` for `-`. */
  path: string;
  /** Name without folder and extension, for a file that names no patient. */
  stem: string;
  text: string;
  sha256: string;
}

/** Inputs are read whole; a larger file is a mistake. */
const MOST_BYTES: number = 32 * 2 ** 20;

function inputError(path: string, message: string, row?: number): InputError {
  return new InputError([row === undefined ? { path, message } : { path, row, message }]);
}

/**
 * Reads one input as UTF-8 text.
 *
 * @param path A file, or `-` for the standard input.
 * @throws {InputError} when the file cannot be read, is over 32 MB, or is not UTF-8.
 */
export async function readInput(path: string, io: Io): Promise<InputText> {
  const name = path === "-" ? "standard input" : path;
  const bytes = path === "-" ? await io.stdin() : await readBytes(path);
  checkSize(name, bytes.byteLength);
  return {
    path: name,
    stem: path === "-" ? "patient" : stemOf(path),
    text: decode(name, bytes),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** `kizawa-2006` for `datasets/kizawa-2006/patient.csv`: the folder says more than a file called `patient`. */
function stemOf(path: string): string {
  const stem = basename(path, extname(path));
  const folder = basename(dirname(path));
  return /^patients?$/iu.test(stem) && !/^\.{0,2}$/u.test(folder) ? folder : stem;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw inputError(path, "cannot be read: a file is needed, found a folder");
    checkSize(path, found.size);
    return await readFile(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw inputError(path, `cannot be read: ${systemReason(error)}`);
  }
}

function checkSize(name: string, nBytes: number): void {
  if (nBytes <= MOST_BYTES) return;
  const found = (nBytes / 2 ** 20).toFixed(1);
  throw inputError(name, `is too large: files up to 32 MB are read, found ${found} MB`);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const row = firstBadLine(bytes);
    throw inputError(
      name,
      "is not UTF-8 text: save it as UTF-8 (in Excel: CSV UTF-8), found other bytes",
      row,
    );
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let row = 1;
  for (let start = 0; start < bytes.length; row++) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return row;
    }
    start = end + 1;
  }
  return row;
}

/** What the system says of a failure, in words. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reasons: Record<string, string> = {
    ENOENT: "no such file",
    EACCES: "no permission",
    EPERM: "no permission",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EFBIG: "the file would be larger than the system allows",
    ENOTDIR: "a part of the path is not a folder",
    EISDIR: "it is a folder",
  };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/** A pattern stands for what it matches, unless a file has that very name. */
async function expandPattern(path: string): Promise<string[]> {
  if (path === "-" || !isPattern(path) || (await stat(path).catch(() => null))) return [path];
  const found = await matchingFiles(path);
  if (found.length === 0)
    throw inputError(path, "matches no file: * stands for any name, ** for any folders");
  return found;
}

/**
 * Files to read, in the order of their names: a folder stands for the CSV and JSON files directly in it, a pattern such
 * as `patients/*.csv` for what it matches.
 */
export async function expandFolders(paths: readonly string[]): Promise<string[]> {
  const named = (await Promise.all(paths.map(expandPattern))).flat();
  const expanded = await Promise.all(
    named.map(async (path) => {
      const found = path === "-" ? null : await stat(path).catch(() => null);
      if (!found?.isDirectory()) return [path];
      const names = (await readdir(path)).filter((name) => /\.(csv|tsv|json)$/iu.test(name)).sort();
      if (names.length === 0) throw inputError(path, "holds nothing to read: CSV or JSON files are needed");
      return names.map((name) => join(path, name));
    }),
  );
  return expanded.flat();
}

/** Writes a file whole or not at all: to a temporary name beside it, then renamed. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw inputError(path, `cannot be written: ${systemReason(error)}`);
  }
}
