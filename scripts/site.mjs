import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocuments } from "./site/document-pages.mjs";
import { buildNotebooks } from "./site/notebook-pages.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const [folder = `${root}site`] = process.argv.slice(2).filter((word) => word !== "--without-api");
const out = resolve(folder);
const notebooks = `${root}notebooks`;
const pages = (await readdir(notebooks)).filter((name) => name.endsWith(".html"));

await buildNotebooks(
  notebooks,
  pages.map((name) => `${notebooks}/${name}`),
  out,
);
await buildDocuments(root, out);
if (!process.argv.includes("--without-api")) {
  const { status } = spawnSync(process.execPath, [`${root}scripts/api.mjs`, `${out}/api`], {
    stdio: "inherit",
  });
  if (status !== 0) console.log("skipped: the API reference, whose links on the first page lead nowhere");
}
console.log(
  `${out}: ${pages.length} notebooks and the documents; open them through a web server, such as npx vite preview`,
);
