import { writeFileSync } from "node:fs";
import { bundle, gzippedKilobytes } from "./sizes/bundle.mjs";
import { measuredImports } from "./sizes/measured-imports.mjs";

const rows = [];
for (const { what, code, ceiling } of measuredImports) {
  const { chunks, modules } = await bundle(code);
  rows.push(`| ${what} | ${gzippedKilobytes(chunks).toFixed(1)} | ${ceiling} | ${modules.length} |`);
}
const page = `# What an import weighs

Written by \`npm run sizes\`; a test holds each to its ceiling. Bundled for browsers with rolldown, minified, gzip -9, kB of
1000 bytes. What is not imported is not bundled: methods are values, and nof1 has no side effects. The schemas (zod) and the
CSV reader are only in what reads files.

| import | kB | at most | modules |
| --- | ---: | ---: | ---: |
${rows.join("\n")}

A fit brings what its defaults need: \`fitResponse\` the posterior with its weighted draws, the maintenance trend, and every
warning's words. The profile comes with \`flatPriors\` or \`leastSquaresErrors\`, which have no posterior.
`;
writeFileSync(new URL("../docs/sizes.md", import.meta.url), page);
console.log(rows.join("\n"));
