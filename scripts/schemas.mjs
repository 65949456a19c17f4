import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as shapes from "../dist/schema/index.js";
import { jsonSchemas } from "./schemas/json-schemas.mjs";

const folder = new URL("../schemas/", import.meta.url);
const files = jsonSchemas(shapes);
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) {
  if (!files.has(name.replace(/\.json$/u, ""))) rmSync(new URL(name, folder));
}
for (const [name, text] of files) writeFileSync(new URL(`${name}.json`, folder), text);
console.log(`${files.size} JSON schemas in schemas/`);
