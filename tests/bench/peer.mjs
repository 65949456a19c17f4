import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Runs a script of tests/bench/peers with tasks on its input, where the program and its packages are found.
 *
 * @param command Program, such as `Rscript`.
 * @param file Name of the script.
 * @param input What the script reads, as JSON.
 * @returns What it wrote, or why it could not be run.
 */
export function runPeer(command, file, input) {
  const path = fileURLToPath(new URL(`peers/${file}`, import.meta.url));
  const { status, stdout, stderr, error } = spawnSync(command, [path], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (error) return { absent: `${command} is not there` };
  if (status !== 0) return { absent: stderr.trim().split("\n").at(-1) };
  return JSON.parse(stdout);
}
