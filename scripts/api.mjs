import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Writes the API reference from the docstrings as pages: npm run api [-- folder]; needs npm ci --prefix tests/tools.
const root = fileURLToPath(new URL("../", import.meta.url));
const deno = `${root}tests/tools/node_modules/@deno/linux-x64-glibc/deno`;
const folder = process.argv[2] ?? "site/api";
if (!existsSync(deno)) {
  console.error("npm run api needs Deno: npm ci --prefix tests/tools");
  process.exit(1);
}
const { exports } = JSON.parse(readFileSync(`${root}jsr.json`, "utf8"));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const options = ["doc", "--html", "--name=nof1", `--output=${folder}`];
const { status } = spawnSync(deno, [...options, ...Object.values(exports)], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, DENO_NO_UPDATE_CHECK: "1" },
});
process.exitCode = status ?? 1;
