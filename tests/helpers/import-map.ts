import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What nof1 imports by name outside of charts, and the file of each. */
const DEPENDENCIES: Readonly<Record<string, string>> = {
  "zod/mini": "zod/mini/index.js",
  "pure-rand/distribution/uniformFloat64": "pure-rand/lib/esm/distribution/uniformFloat64.js",
  "pure-rand/generator/xoroshiro128plus": "pure-rand/lib/esm/generator/xoroshiro128plus.js",
  "simple-statistics": "simple-statistics/dist/simple-statistics.mjs",
};

/** An import map for a page that a project with nof1 in `node_modules` serves. */
export function importMap(project: string): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(project, "node_modules/nof1/package.json"), "utf8"));
  const own = Object.entries<{ default?: string }>(manifest.exports)
    .filter(([, target]) => target.default?.endsWith(".js"))
    .map(([subpath, target]) => [
      `nof1${subpath.slice(1)}`,
      `/node_modules/nof1/${target.default!.slice(2)}`,
    ]);
  const others = Object.entries(DEPENDENCIES).map(([name, file]) => [name, `/node_modules/${file}`]);
  return Object.fromEntries([...own, ...others]);
}
