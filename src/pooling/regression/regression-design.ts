import { EstimationError } from "../../errors.ts";
import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { Moderator } from "../../schema/meta-regression.ts";
import type { NamedEffect } from "../overlaps.ts";
import { codedModerator, type ModeratorColumn } from "./moderator-columns.ts";

/** A design of which the first column is 1 and the others have average 0 and standard deviation 1. */
export interface RegressionDesign {
  moderators: Moderator[];
  columns: ModeratorColumn[];
  matrix: Matrix;
  /** Contrast that gives the mean effect where every column is 0. */
  intercept: number[];
  /** Contrasts that give the coefficients of the columns as they were. */
  slopes: number[][];
}

/** A column of average 0 and standard deviation 1; null where it does not vary. */
interface Standardized {
  average: number;
  deviation: number;
  values: Float64Array;
}

/** Deviations below this share of the largest value are rounding. */
const VARIES = 1e-12;
/** A column is said to depend on others where less than this share of it is its own. */
const OWN = 1e-7;

function standardized(values: readonly number[]): Standardized {
  const k = values.length;
  const average = values.reduce((sum, value) => sum + value, 0) / k;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - average) ** 2, 0) / k);
  return { average, deviation, values: Float64Array.from(values, (value) => (value - average) / deviation) };
}

function checkVariation(columns: readonly ModeratorColumn[], moderators: readonly Moderator[]): void {
  for (const { name, levels, kind } of moderators) {
    const own = columns.filter(({ moderator }) => moderator === name);
    const varies = own.some(({ values }) => {
      const largest = Math.max(...values.map(Math.abs));
      return standardized(values).deviation > VARIES * largest;
    });
    if (varies) continue;
    const found = kind === "text" ? `"${levels[0]}"` : own[0]!.values[0];
    throw new EstimationError(
      "not-identifiable",
      `Cannot use the moderator "${name}": it needs to vary between series, got ${found} for all`,
    );
  }
}

/** What is left of a column once those before it are taken out, as a share of its length. */
function ownShare(column: Float64Array, basis: Float64Array[]): number {
  const rest = column.slice();
  // Twice, since once leaves rounding behind.
  for (const direction of [...basis, ...basis]) {
    let along = 0;
    for (let i = 0; i < rest.length; i++) along += rest[i]! * direction[i]!;
    for (let i = 0; i < rest.length; i++) rest[i]! -= along * direction[i]!;
  }
  const length = Math.hypot(...rest);
  basis.push(rest.map((value) => value / length));
  return length / Math.hypot(...column);
}

function checkIndependence(columns: readonly ModeratorColumn[], standard: readonly Standardized[]): void {
  const basis: Float64Array[] = [];
  columns.forEach(({ moderator, parameter }, j) => {
    if (ownShare(standard[j]!.values, basis) > OWN) return;
    const others = [...new Set(columns.slice(0, j).map((one) => one.moderator))];
    const before = others.filter((name) => name !== moderator).map((name) => `"${name}"`);
    throw new EstimationError(
      "not-identifiable",
      `Cannot tell the moderator "${moderator}" from ${before.join(" and ")}: ${parameter} follows from what stands before it; please leave one out`,
    );
  });
}

function matrixOf(k: number, standard: readonly Standardized[]): Matrix {
  const matrix = zeros(k, 1 + standard.length);
  for (let i = 0; i < k; i++) {
    const row = i * matrix.columns;
    matrix.values[row] = 1;
    standard.forEach(({ values }, j) => {
      matrix.values[row + 1 + j] = values[i]!;
    });
  }
  return matrix;
}

/**
 * The design of moderators, with columns centred and scaled so that units cost no digits, and the way back to their own units.
 *
 * @throws {InputError} with every row that lacks a moderator.
 * @throws {RangeError} where no row has one.
 * @throws {EstimationError} `too-few-observations` where there are not more series than coefficients; `not-identifiable` where a
 * moderator does not vary or follows from others.
 */
export function regressionDesign(rows: readonly NamedEffect[], names: readonly string[]): RegressionDesign {
  const coded = names.map((name) => codedModerator(rows, name));
  const moderators = coded.map(({ moderator }) => moderator);
  const columns = coded.flatMap((one) => one.columns);
  const p = 1 + Math.max(columns.length, names.length);
  if (rows.length <= p)
    throw new EstimationError(
      "too-few-observations",
      `Cannot fit ${p} coefficients (${names.join(", ")} and an intercept): needs at least ${p + 1} series, got ${rows.length}`,
    );
  checkVariation(columns, moderators);
  const standard = columns.map(({ values }) => standardized(values));
  checkIndependence(columns, standard);
  const slopes = standard.map(({ deviation }, j) => [
    0,
    ...standard.map((_, i) => (i === j ? 1 / deviation : 0)),
  ]);
  const intercept = [1, ...standard.map(({ average, deviation }) => -average / deviation)];
  return { moderators, columns, matrix: matrixOf(rows.length, standard), intercept, slopes };
}
