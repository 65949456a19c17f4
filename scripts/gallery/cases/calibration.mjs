import { readFileSync } from "node:fs";
import { wilson } from "../../../dist/pooling/index.js";
import { coverageCells } from "../../calibration/coverage-tables.mjs";

const file = new URL("../../../docs/calibration.md", import.meta.url);

function limits(held, n) {
  const { lower, upper } = wilson.interval(held, n, 0.95);
  return [lower, upper];
}

function published(keeps) {
  return {
    kind: "calibration",
    schemaVersion: 1,
    level: 0.95,
    cells: coverageCells(readFileSync(file, "utf8"), limits).filter(keeps),
    warnings: [],
    provenance: { package: "nof1", version: "0", seed: null, inputSha256: null, options: {} },
  };
}

export const calibrationCases = [
  {
    chart: "calibration",
    name: "pools of a few series",
    note: "How often the intervals of each method held the truth, in one of the simulations of docs/calibration.md.",
    made: "calibrationChart(result)",
    result: () => published(({ study }) => study === "Pools of a few series"),
  },
  { chart: "calibration", name: "one case", result: () => published((_, i) => i === 0) },
];
