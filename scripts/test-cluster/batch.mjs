import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const N_PATIENTS = 40;
/** Shards of every example. */
export const N_SHARDS = 7;

const pathOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** An example in docs/cluster. */
export const example = (path) => pathOf(`docs/cluster/${path}`);

/** SHA-256 of every file below a folder, by its path. */
function digests(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [
      path.slice(folder.length + 1),
      createHash("sha256").update(readFileSync(path)).digest("hex"),
    ]),
  );
}

function differences(expected, folder) {
  if (!existsSync(folder)) return [`${folder} was not written`];
  const found = digests(folder);
  const names = new Set([...expected.keys(), ...found.keys()]);
  const other = [...names].filter((name) => expected.get(name) !== found.get(name));
  return other.length === 0 ? [] : [`${other.length} files differ, such as ${other.slice(0, 3).join(", ")}`];
}

/**
 * SYNTHETIC patients in a folder, one of them with too few scores and one file that can't be read, `nof1` on the path, and
 * the reports of one run without shards.
 */
export function makeBatch(folder) {
  chmodSync(folder, 0o755);
  const bin = join(folder, "bin");
  mkdirSync(bin);
  symlinkSync(pathOf("dist/cli/bin.js"), join(bin, "nof1"));
  const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const execute = (command, argv, { codes = [0], env = environment } = {}) => {
    const ended = spawnSync(command, argv, { cwd: folder, encoding: "utf8", env });
    if (ended.error) throw ended.error;
    if (!codes.includes(ended.status))
      throw new Error(`${command} ended with ${ended.status}: ${ended.stderr.trim() || ended.stdout.trim()}`);
    return ended;
  };
  execute(process.execPath, [pathOf("scripts/simulate.mjs"), String(N_PATIENTS), "patients"]);
  writeFileSync(join(folder, "patients", "lone.csv"), "patient,day,score,dose_g_per_kg\nlone,0,10,2\n");
  writeFileSync(join(folder, "patients", "unreadable.csv"), "day,score\nx,1\n");
  const options = ["--interval", "wald"];
  execute("nof1", ["report", "patients", "-o", "whole", ...options, "--quiet"], { codes: [1] });
  const expected = digests(join(folder, "whole"));
  return {
    folder,
    environment,
    options,
    execute,
    has: (command) => spawnSync("sh", ["-c", `command -v ${command}`], { env: environment }).status === 0,
    compare: (out) => differences(expected, join(folder, out)),
    told: `${N_PATIENTS + 2} files in ${N_SHARDS} shards, ${expected.size} files of reports equal to those of one run byte for byte`,
  };
}
