import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { differingNumbers } from "./differing-numbers.ts";
import { type PackedPackage, packedPackage } from "./packed-package.ts";

/** What `print.mjs` prints: every analysis by name. */
export interface PrintedAnalyses {
  results: Record<string, unknown>;
  searches: Record<string, EstimatedRows>;
  chains: Record<string, EstimatedRows>;
}

interface EstimatedRows {
  fit: { negativeLogPosterior: number };
  estimates: EstimatedRow[];
}

interface EstimatedRow {
  parameter: string;
  estimate: number | null;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
}

const PRINT = `import { analyses, chains, searches } from "./one-of-each.mjs";
const all = (entries) => Object.fromEntries(Object.entries(entries).map(([name, run]) => [name, run()]));
console.log(JSON.stringify({ results: all(analyses), searches: all(searches), chains: all(chains) }));
`;

/** A project that has the packed package installed, with the analyses of `tests/package/one-of-each.mjs`. */
export function runtimeProject(): PackedPackage {
  const packed = packedPackage();
  const write = (name: string, text: string): void => writeFileSync(join(packed.project, name), text);
  copyFileSync("tests/package/one-of-each.mjs", join(packed.project, "one-of-each.mjs"));
  write("print.mjs", PRINT);
  write("package.json", JSON.stringify({ type: "module", private: true, dependencies: { nof1: "0.1.0" } }));
  return packed;
}

/** Nine significant digits. */
const NINE_DIGITS = 1e-9;
/** The search for a cohort's mode stops when a step is worth less. */
const SEARCH = 1e-4;
/** Five errors of the difference of two chains that are worth 50 independent draws at the very least. */
const CHAINS = 5 * Math.sqrt(2 / 50);

/** Holds what another runtime printed to what this one did. */
export function expectSameAnalyses(expected: PrintedAnalyses, printed: string): void {
  const found: PrintedAnalyses = JSON.parse(printed);
  expect(differingNumbers(expected.results, found.results, NINE_DIGITS)).toEqual([]);
  expect(differingEstimates(expected.searches, found.searches, SEARCH)).toEqual([]);
  const heights = (all: PrintedAnalyses): number[] =>
    Object.values(all.searches).map(({ fit }) => fit.negativeLogPosterior);
  expect(differingNumbers(heights(expected), heights(found), NINE_DIGITS)).toEqual([]);
  expect(differingEstimates(expected.chains, found.chains, CHAINS)).toEqual([]);
}

/**
 * Estimates of two runs that differ by more than a share of their standard errors, or of a quarter of their intervals.
 *
 * @returns One line for each.
 */
function differingEstimates(
  a: Record<string, EstimatedRows>,
  b: Record<string, EstimatedRows>,
  standardErrors: number,
): string[] {
  return Object.entries(a).flatMap(([name, { estimates }]) =>
    estimates.flatMap((row, i) => {
      const other = b[name]?.estimates[i];
      if (other?.parameter !== row.parameter) return [`${name}: no ${row.parameter}`];
      const difference = Math.abs((row.estimate ?? 0) - (other.estimate ?? 0));
      return difference <= standardErrors * errorOf(row)
        ? []
        : [`${name}, ${row.parameter}: ${row.estimate}, ${other.estimate}`];
    }),
  );
}

function errorOf({ standardError, lower, upper }: EstimatedRow): number {
  return standardError ?? (lower === null || upper === null ? 0 : (upper - lower) / 4);
}
