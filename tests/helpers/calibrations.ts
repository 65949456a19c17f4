import { readFileSync } from "node:fs";
import { coverageCells } from "../../scripts/calibration/coverage-tables.mjs";
import { wilson } from "../../src/pooling/index.ts";
import type { CalibrationCell, CalibrationResult } from "../../src/schema/index.ts";

const limits = (held: number, n: number): [number, number] => {
  const { lower, upper } = wilson.interval(held, n, 0.95);
  return [lower!, upper!];
};

function calibrated(cells: readonly CalibrationCell[]): CalibrationResult {
  return {
    kind: "calibration",
    schemaVersion: 1,
    level: 0.95,
    cells: [...cells],
    warnings: [],
    provenance: { package: "nof1", version: "0", seed: null, inputSha256: null, options: {} },
  };
}

const published: CalibrationCell[] = coverageCells(
  readFileSync(new URL("../../docs/calibration.md", import.meta.url), "utf8"),
  limits,
);

/** The published calibration whole, one study of it, one case, and a method of a very long name that always holds. */
export const calibrationFixtures: Readonly<Record<string, CalibrationResult>> = {
  published: calibrated(published),
  pools: calibrated(published.filter(({ study }) => study === "Pools of a few series")),
  "one case": calibrated(published.slice(0, 1)),
  "a long name": calibrated([
    {
      study: "A study of <b> & more ".repeat(12),
      quantity: "=cmd|x",
      method: "a method of a very long name ".repeat(6),
      truth: "t",
      nReplicates: 10,
      coverage: 1,
      lower: limits(10, 10)[0],
      upper: 1,
      medianWidth: null,
    },
  ]),
};
