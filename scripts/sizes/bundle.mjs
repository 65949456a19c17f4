import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Bundles code for browsers, importing nof1 by its name as a user would.
 *
 * @param {string} code Module with imports from nof1 and its subpaths.
 * @param {string} folder Where it would stand; the repository by default, whose own build it then takes.
 * @returns {Promise<{ code: string, chunks: string[], modules: string[] }>} The minified entry, all chunks with it, and the
 *   files that went in.
 */
export async function bundle(code, folder = REPOSITORY) {
  const entry = join(folder, "nof1-bundle-entry.mjs");
  const bundled = await rolldown({
    input: entry,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  const { output } = await bundled.generate({ format: "esm", minify: true });
  const chunks = output.filter(({ type }) => type === "chunk");
  return {
    code: chunks.find(({ isEntry }) => isEntry).code,
    chunks: chunks.map((chunk) => chunk.code),
    modules: chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .filter((id) => id !== entry && !id.startsWith("\0")),
  };
}

/** @returns {number} Size in kB (1000 bytes) after gzip -9. */
export function gzippedKilobytes(chunks) {
  return chunks.reduce((total, chunk) => total + gzipSync(chunk, { level: 9 }).length, 0) / 1000;
}
