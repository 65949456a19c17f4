import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

// The command as a few files in place of some 600 modules, which take three times as long to load: what it draws with
// included. The library stays as the compiler writes it, file by file.
const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const out = pathOf("dist/cli");

const bundle = await rolldown({
  input: {
    bin: pathOf("src/cli/bin.ts"),
    png: pathOf("src/cli/png.ts"),
    // Threads are started by file names of their own.
    worker: pathOf("src/cli/batch/worker.ts"),
    "drawing-worker": pathOf("src/cli/drawing-worker.ts"),
    "chain-worker": pathOf("src/cli/cohort/chain-worker.ts"),
  },
  platform: "node",
  // The one is no JavaScript, the other starts threads from files beside its own.
  external: ["@resvg/resvg-js", "tinypool"],
  logLevel: "warn",
});
// All in one folder, so that files are found from each as from the entry.
const { output } = await bundle.write({
  dir: out,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
  minify: true,
});
chmodSync(`${out}/bin.js`, 0o755);
// Only now, so that a command at work still finds what it loads.
const written = new Set(output.map(({ fileName }) => fileName));
for (const file of readdirSync(out)) if (!written.has(file)) rmSync(`${out}/${file}`, { recursive: true });
writeFileSync(`${out}/THIRD-PARTY-LICENSES.txt`, licenses(output.flatMap(({ moduleIds = [] }) => moduleIds)));

/** The licences of the packages whose modules are among those bundled. */
function licenses(modules) {
  const packages = new Set(
    modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(id)?.[0] ?? []),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
      const text = file ? readFileSync(`${folder}/${file}`, "utf8").trim() : "";
      return `${name} ${version}, ${license}\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
