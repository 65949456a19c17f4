import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundle } from "../../scripts/sizes/bundle.mjs";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const modules = Object.entries<{ default?: string }>(manifest.exports)
  .filter(([, target]) => target.default?.endsWith(".js"))
  .map(([subpath]) => `nof1${subpath.slice(1)}`);
/** Those that check what comes in, and may hold the schemas. */
const CHECKING = ["nof1/read", "nof1/schema"];
const wholeOf = (subpath: string): Promise<{ modules: string[]; chunks: string[] }> =>
  bundle(`import * as all from "${subpath}"; export { all };`);

describe("every subpath in a browser", () => {
  it("is each one that package.json names", () => {
    expect(modules.length).toBeGreaterThan(12);
  });

  it.each(modules)("%s bundles without a Node module", async (subpath) => {
    const built = await wholeOf(subpath);
    expect(built.modules.length).toBeGreaterThan(0);
    expect(built.modules.filter((id) => /^node:|__vite-browser-external|\(ignored\)/u.test(id))).toEqual([]);
    expect(built.chunks.filter((code) => /(?:from|import\()\s*["'`]node:/u.test(code))).toEqual([]);
  });

  it.each(modules)("%s needs no CommonJS", async (subpath) => {
    const built = await wholeOf(subpath);
    const common = built.modules.filter(
      (id) =>
        /\.cjs$/u.test(id) ||
        (/\.js$/u.test(id) && /\bmodule\.exports\b|\bexports\.\w+\s*=/u.test(readFileSync(id, "utf8"))),
    );
    expect(common).toEqual([]);
  });

  it.each(modules.filter((subpath) => subpath !== "nof1" && !CHECKING.includes(subpath)))(
    "%s holds no schema and no CSV reader",
    async (subpath) => {
      const built = await wholeOf(subpath);
      expect(built.modules.filter((id) => /\/(?:zod|csv-parse)\//u.test(id))).toEqual([]);
    },
  );

  it("leaves the reader out of a fit that is imported from nof1", async () => {
    const { modules: ids } = await bundle('export { fitResponse } from "nof1";');
    expect(ids.filter((id) => /\/(?:zod|csv-parse|vega)[^/]*\//u.test(id))).toEqual([]);
  });
});
