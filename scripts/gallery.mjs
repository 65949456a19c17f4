import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { galleryCases } from "./gallery/cases/index.mjs";
import { drawCase, filesOf, smallPng, specText } from "./gallery/draw-case.mjs";
import { galleryPage } from "./gallery/gallery-page.mjs";

// Writes docs/gallery: a picture of every case, some with their specification, and the page that shows them all.
const folder = fileURLToPath(new URL("../docs/gallery/", import.meta.url));
rmSync(folder, { recursive: true, force: true });

const drawn = [];
let size = 0;

function write(path, content) {
  mkdirSync(dirname(folder + path), { recursive: true });
  writeFileSync(folder + path, content);
  size += Buffer.byteLength(content);
}

for (const one of galleryCases) {
  const picture = await drawCase(one);
  for (const path of filesOf(one))
    write(path, path.endsWith(".png") ? smallPng(picture.svg) : specText(picture.spec));
  drawn.push(picture);
}
write("README.md", galleryPage(drawn));
console.log(`docs/gallery: ${drawn.length} pictures, ${(size / 1e6).toFixed(1)} MB`);
