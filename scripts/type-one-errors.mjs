import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

// Writes src/trial/type-one-errors.ts from the table of docs/calibration.md (or of another file: `--from FILE`), so that what an analysis says of
// itself on screen is what was measured.
const { values } = parseArgs({ options: { from: { type: "string" } }, strict: false });
const file = values.from ?? fileURLToPath(new URL("../docs/calibration.md", import.meta.url));
const section = readFileSync(file, "utf8")
  .split(/^## /mu)
  .find((one) => one.startsWith("N-of-1 trials:"));
if (!section) throw new Error(`${file} has no section on N-of-1 trials: run npm run calibrate first`);
const rows = section
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) =>
    line
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
const [head, ...body] = rows;
const columns = head.slice(2).map((title) => {
  const [, design, phi] = /^(AB|randomised pairs), φ = ([\d.]+)$/u.exec(title);
  return { hasFixedOrder: design === "AB", phi: Number(phi) };
});
const errors = body
  .filter(([analysis]) => !/^-+$/u.test(analysis))
  .flatMap(([, name, ...cells]) =>
    cells.flatMap((cell, i) =>
      cell === "–"
        ? []
        : [
            {
              analysis: name.replaceAll("`", ""),
              ...columns[i],
              rate: Math.round(10 * Number.parseFloat(cell)) / 1000,
            },
          ],
    ),
  );
const to = fileURLToPath(new URL("../src/trial/type-one-errors.ts", import.meta.url));
const lines = errors.map(
  ({ analysis, hasFixedOrder, phi, rate }) =>
    `  { analysis: "${analysis}", hasFixedOrder: ${hasFixedOrder}, phi: ${phi}, rate: ${rate} },`,
);
writeFileSync(
  to,
  `import type { TypeOneError } from "./type-one-error.ts";

/** The table of docs/calibration.md; written by scripts/type-one-errors.mjs. */
export const typeOneErrors: readonly TypeOneError[] = [
${lines.join("\n")}
];
`,
);
