import { readFileSync, writeFileSync } from "node:fs";
import { toPng } from "../dist/cli/png.js";
import { wilson } from "../dist/pooling/index.js";
import { calibrationChart, toSvg } from "../dist/render/charts/index.js";
import { version } from "../dist/version.js";
import { coverageCells } from "./calibration/coverage-tables.mjs";

// Writes docs/calibration.json and docs/calibration.png from the tables of docs/calibration.md, without simulating anew.
const docs = new URL("../docs/", import.meta.url);
const text = readFileSync(new URL("calibration.md", docs), "utf8");
const cells = coverageCells(text, (held, n) => {
  const { lower, upper } = wilson.interval(held, n, 0.95);
  return [lower, upper];
});
const result = {
  kind: "calibration",
  schemaVersion: 1,
  level: 0.95,
  cells,
  warnings: [],
  provenance: {
    package: "nof1",
    version,
    seed: null,
    inputSha256: null,
    options: { source: "docs/calibration.md" },
  },
};
const { cells: _, ...rest } = result;
const lines = cells.map((cell) => JSON.stringify(cell)).join(",\n");
writeFileSync(
  new URL("calibration.json", docs),
  `${JSON.stringify(rest).slice(0, -1)},"cells":[\n${lines}\n]}\n`,
);
writeFileSync(new URL("calibration.png", docs), await toPng(await toSvg(calibrationChart(result)), 1.5));
