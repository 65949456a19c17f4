import { existsSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The compiler leaves what it wrote for sources that have since been moved; the package must not hold it.
const root = fileURLToPath(new URL("../", import.meta.url));
for (const entry of readdirSync(`${root}dist`, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(?:js|d\.ts)$/u.test(entry.name)) continue;
  const file = `${entry.parentPath}/${entry.name}`;
  if (file.startsWith(`${root}dist/cli/`)) continue; // the bundle clears its own folder
  const source = file
    .slice(root.length)
    .replace(/^dist\//u, "src/")
    .replace(/\.(?:js|d\.ts)$/u, ".ts");
  if (!existsSync(root + source)) rmSync(file, { force: true });
}
