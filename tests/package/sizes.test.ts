import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundle, gzippedKilobytes } from "../../scripts/sizes/bundle.mjs";
import { measuredImports } from "../../scripts/sizes/measured-imports.mjs";

const page = readFileSync("docs/sizes.md", "utf8");

describe("what an import weighs after minifying and gzip", () => {
  it.each(measuredImports)(
    "$what is at most $ceiling kB, as docs/sizes.md says",
    async ({ what, code, ceiling }) => {
      const kilobytes = gzippedKilobytes((await bundle(code)).chunks);
      expect(kilobytes).toBeLessThanOrEqual(ceiling);
      const printed = page.split("\n").find((line) => line.startsWith(`| ${what} |`));
      expect(printed, "npm run sizes writes the page").toContain(` | ${ceiling} | `);
      expect(Math.abs(Number(printed?.split("|")[2]) - kilobytes)).toBeLessThan(0.05 * kilobytes + 0.5);
    },
  );
});
