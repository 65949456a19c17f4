import { effectData } from "../../inference/random-effects/effect-data.ts";
import { randomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import type { Matrix } from "../../math/linear/matrix.ts";
import { permutation } from "../../math/random/permutation.ts";
import { randomStream } from "../../math/random/random-stream.ts";
import type { ModeratorPermutation } from "../../schema/moderator-permutation.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { type ChosenRows, chosenRows } from "../chosen-rows.ts";
import type { PoolEstimatesOptions } from "../pool-options.ts";
import { poolProvenance } from "../pool-provenance.ts";
import { arrangements, classesOf, countArrangements } from "./arrangements.ts";
import { moderatorTest } from "./moderator-test.ts";
import { type RegressionDesign, regressionDesign } from "./regression-design.ts";

/** Options of `permuteModerators`. */
export interface PermuteModeratorsOptions
  extends Omit<PoolEstimatesOptions, "prediction" | "tauSquaredInterval"> {
  moderators: readonly string[];
  /**
   * How many arrangements are tried: all, where there are no more, else as many at random with the true one; default 10,000. `"all"` asks
   * for all of them, up to a million.
   */
  arrangements?: number | "all";
}

/** Statistics this much below the observed one count as equal to it, as a share of 1 + its size. */
const TIED = 1e-9;
/** More arrangements than this take too long to go through. */
const MOST = 1_000_000;
/** A level that p-values below it are usually asked for. */
const USUAL = 0.05;

/** Size of a statistic: of each coefficient, then of all at once. */
type Statistics = number[];

function matrixInOrder({ rows, columns, values }: Matrix, order: ArrayLike<number>): Matrix {
  const moved = new Float64Array(values.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) moved[i * columns + j] = values[order[i]! * columns + j]!;
  return { rows, columns, values: moved };
}

/** |estimate| over its standard error, infinite where that is 0 and the estimate is not. */
function size(estimate: number, standardError: number): number {
  if (standardError > 0) return Math.abs(estimate / standardError);
  return estimate === 0 ? 0 : Infinity;
}

/** The statistics with the rows of the design in another order. */
function statisticsOf(
  { effects, variances, settings }: ChosenRows,
  { slopes }: RegressionDesign,
  matrix: Matrix,
): Statistics {
  const { interval, level, tauSquared } = settings;
  const fit = randomEffectsFit(effectData(effects, variances, matrix), tauSquared);
  const single = slopes.map((contrast) => {
    const { estimate, standardError } = interval.estimate(fit, level, contrast);
    return size(estimate, standardError);
  });
  if (slopes.length === 1) return single;
  return [...single, moderatorTest(fit, interval, slopes)?.statistic ?? Infinity];
}

/** How often each statistic reaches the observed one. */
function reachedBy(observed: Statistics, others: Iterable<Statistics>): number[] {
  const counts = observed.map(() => 0);
  for (const other of others)
    other.forEach((value, j) => {
      const bar = observed[j]!;
      if (value >= (bar === Infinity ? bar : bar - TIED * (1 + bar))) counts[j]!++;
    });
  return counts;
}

function* exactStatistics(chosen: ChosenRows, design: RegressionDesign, classes: number[]) {
  for (const order of arrangements(classes))
    yield statisticsOf(chosen, design, matrixInOrder(design.matrix, order));
}

function* drawnStatistics(chosen: ChosenRows, design: RegressionDesign, draws: number) {
  for (let b = 0; b < draws; b++) {
    const order = permutation(randomStream(chosen.settings.seed, b), chosen.rows.length);
    yield statisticsOf(chosen, design, matrixInOrder(design.matrix, order));
  }
}

function smallWarning(smallest: number): Warning[] {
  if (smallest <= USUAL) return [];
  return [
    {
      code: "permutation-too-few",
      message: `There are so few arrangements of these moderators that no p-value below ${smallest.toPrecision(2)} is possible: the test cannot find anything at the 5 % level.`,
    },
  ];
}

/** How many arrangements may be gone through. */
function largestOf(most: number | "all", count: bigint): number {
  if (most !== "all") return most;
  if (count > BigInt(MOST))
    throw new RangeError(
      `There are ${count} arrangements of these moderators, more than the ${MOST} that are gone through at most: please name a number of them`,
    );
  return MOST;
}

/** Rows of the design as text, by which equal ones are found. */
function keysOf({ columns }: RegressionDesign, k: number): string[] {
  return Array.from({ length: k }, (_, i) => JSON.stringify(columns.map(({ values }) => values[i])));
}

/**
 * Tests moderators by permutation: were they of no matter, every order of their rows against the effects would be as likely. The
 * p-value is the share of orders whose statistic is at least as large, which holds its level however few series there are. All
 * moderators of a row move together.
 *
 * @param rows As for `poolEstimates`, each with the moderators.
 * @returns Exact where there are no more different arrangements than asked for; else a seeded sample with (b + 1)/(m + 1).
 * @throws As `poolEstimates`; {RangeError} when `arrangements` is not a whole number of at least 2, no moderator is named, or all
 * arrangements are asked for and there are more than a million.
 * @see Higgins & Thompson (2004), Stat Med 23:1663–1682. doi:10.1002/sim.1752; Follmann & Proschan (1999), Biometrics 55:732–737.
 * doi:10.1111/j.0006-341X.1999.00732.x
 * @example
 * const rows = [-4.2, -3.1, -5, -1.8].map((estimate, i) => ({ estimate, variance: 0.5, moderators: { dose: [2, 1, 2, 0.5][i]! } }));
 * permuteModerators(rows, { moderators: ["dose"] }).nArrangements; // 12
 */
export function permuteModerators(
  rows: readonly EffectEstimate[],
  { arrangements: most = 10_000, ...options }: PermuteModeratorsOptions,
): ModeratorPermutation {
  if (most !== "all" && !(Number.isSafeInteger(most) && most >= 2))
    throw new RangeError(`arrangements must be a whole number of at least 2, or "all", got ${most}`);
  if (options.moderators.length === 0)
    throw new RangeError("moderators must name at least 1 column, got none");
  const chosen = chosenRows(rows, options);
  const { settings, leftOut } = chosen;
  const k = chosen.rows.length;
  const design = regressionDesign(chosen.rows, settings.moderators);
  const classes = classesOf(keysOf(design, k));
  const count = countArrangements(classes);
  const largest = largestOf(most, count);
  const isExact = count <= BigInt(largest);
  const observed = statisticsOf(chosen, design, design.matrix);
  const others = isExact
    ? exactStatistics(chosen, design, classes)
    : drawnStatistics(chosen, design, largest - 1);
  const reached = reachedBy(observed, others);
  const nArrangements = isExact ? Number(count) : largest;
  const own = isExact ? 0 : 1;
  const parameters = [...design.columns.map(({ parameter }) => parameter), "moderators"];
  const provenance = poolProvenance(settings, !isExact);
  return {
    kind: "moderator-permutation",
    schemaVersion: 1,
    nSeries: k,
    nArrangements,
    method: isExact ? "exact" : "monte-carlo",
    smallestPValue: 1 / nArrangements,
    tests: observed.map((statistic, j) => ({
      parameter: parameters[j]!,
      statistic: Number.isFinite(statistic) ? statistic : null,
      pValue: (reached[j]! + own) / nArrangements,
    })),
    leftOut,
    warnings: smallWarning(1 / nArrangements),
    provenance: { ...provenance, options: { ...provenance.options, arrangements: most } },
  };
}
