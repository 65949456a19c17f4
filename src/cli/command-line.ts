import { basename, isAbsolute } from "node:path";

/** Options that say how a result is written or where options stand, not what it is; all but one take a value. */
const WRITING: readonly string[] = ["-o", "--output", "--format", "--config", "--quiet"];

/** A word as a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A path of this machine alone is named by its last part: where a file lies is nobody else's business. */
const asGiven = (word: string): string => (isAbsolute(word) ? basename(word) : word);

/** The arguments without those that only say how the result is written. */
function withoutWriting(argv: readonly string[]): string[] {
  return argv.filter((word, i) => {
    const before = argv[i - 1] ?? "";
    if (WRITING.includes(before) && before !== "--quiet") return false;
    return !WRITING.some((name) => word === name || word.startsWith(`${name}=`)) && !/^-o./u.test(word);
  });
}

/** Options of a file or of the environment as flags, but for those that the command line gives itself. */
function flagsOf(outside: ReadonlyMap<string, unknown>, argv: readonly string[]): string[] {
  return [...outside].flatMap(([name, value]) => {
    const flag = `--${name}`;
    const isGiven = argv.some((word) => word === flag || word.startsWith(`${flag}=`));
    if (isGiven || WRITING.includes(flag) || value === false) return [];
    return value === true ? [flag] : [flag, ...(Array.isArray(value) ? value : [value]).map(String)];
  });
}

/**
 * The command line that computes a result again, with the options that a file or the environment gave.
 *
 * @param argv Arguments after the program's name.
 * @param outside Options from elsewhere, by their names.
 */
export function commandLine(argv: readonly string[], outside: ReadonlyMap<string, unknown>): string {
  const words = [...withoutWriting(argv), ...flagsOf(outside, argv)];
  return ["nof1", ...words.map(asGiven).map(quoted)].join(" ");
}

/** A result, as far as it may say how it was made. */
interface MaybeMade {
  provenance?: { seed: number | null; command?: string };
}

/** Tells results by which command line they were made, with the seed where it was drawn or left to its default. */
export function tellCommand(results: readonly MaybeMade[], line: string | undefined): void {
  if (line === undefined) return;
  const seed = results.map(({ provenance }) => provenance?.seed ?? null).find((one) => one !== null);
  const hasSeed = seed === undefined || / --seed[ =]/u.test(line);
  const command = hasSeed ? line : `${line} --seed ${seed}`;
  for (const { provenance } of results) if (provenance) provenance.command = command;
}
