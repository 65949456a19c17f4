import { EstimationError } from "../../errors.ts";
import { correctedAkaike } from "../../inference/random-effects/log-likelihood.ts";
import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { normal } from "../../math/distributions/normal.ts";
import type { MeanTest, PooledResult, PooledSeries, PoolMethods } from "../../schema/pooled-result.ts";
import type { Warning } from "../../schema/provenance.ts";
import { version } from "../../version.ts";
import type { EffectMeasure, ZeroHandling } from "../effect-measures/effect-measure.ts";
import { commonEffect } from "../tau-squared/common-effect.ts";
import { isUninformative, type NamedTable } from "./two-by-two.ts";

/** What a method says about all tables together. */
export interface TablePool {
  /** Name of the method. */
  method: string;
  /** That name for people. */
  label: string;
  effect: EffectMeasure;
  /** What is done about zeros where a table stands alone. */
  zeros: ZeroHandling;
  estimate: number;
  variance: number;
  /** Whether a table adds nothing to the pool. */
  silent: boolean[];
  /** One for each table, up to a factor. */
  weights: number[];
}

/** The effect of a table alone. */
interface TableEffect {
  table: NamedTable;
  weight: number;
  estimate: number;
  variance: number;
}

/**
 * Puts a common-effect pool of tables into the shape of every pool: its row, the tables alone, and how far they differ.
 *
 * @throws {EstimationError} `not-identifiable` where the tables don't determine a finite effect.
 */
export function pooledTables(tables: readonly NamedTable[], pool: TablePool, level: number): PooledResult {
  const { effect, estimate, variance, weights, silent, zeros } = pool;
  if (!(Number.isFinite(estimate) && variance > 0 && variance < Infinity)) throw noFiniteEffect(pool);
  const used: TableEffect[] = tables
    .map((table, i) => ({ table, weight: weights[i]! }))
    .filter((_, i) => !silent[i])
    .map((one) => ({ ...one, ...effect.compute(one.table.summary, { zeros }) }));
  const z = normal.survivalQuantile(0.5 * (1 - level));
  const standardError = Math.sqrt(variance);
  return {
    kind: "pooled",
    schemaVersion: 1,
    measure: effect.name,
    backTransform: effect.backTransform,
    nSeries: used.length,
    estimates: [
      {
        parameter: "mean",
        label: `Common ${effect.label.toLowerCase()}`,
        unit: "effect",
        estimate,
        standardError,
        lower: estimate - z * standardError,
        upper: estimate + z * standardError,
        level,
        method: pool.method,
        bound: "closed",
      },
    ],
    companions: [],
    series: seriesRows(used, z),
    ...agreement(used, estimate),
    test: meanTest(estimate / standardError),
    methods: methodLabels(pool),
    leftOut: tables
      .filter((_, i) => silent[i])
      .map(({ series }) => ({ series, reason: "it adds nothing: nobody, or everybody, had the event" })),
    warnings: warningsOf(used, zeros),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { method: pool.method, measure: effect.name, level },
    },
  };
}

/** One effect is assumed, so nothing is predicted and no τ² has an interval. */
function methodLabels({ label }: TablePool): PoolMethods {
  return { tauSquared: commonEffect.label, interval: label, prediction: null, tauSquaredInterval: null };
}

function seriesRows(used: readonly TableEffect[], z: number): PooledSeries[] {
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  return used.map(({ table, weight, estimate, variance }) => {
    const standardError = Math.sqrt(variance);
    return {
      series: table.series,
      estimate,
      standardError,
      lower: estimate - z * standardError,
      upper: estimate + z * standardError,
      weight: weight / total,
      n: table.cells.total,
      summary: table.summary,
    };
  });
}

/** Cochran's Q about the pooled effect, over tables whose own effect isn't made by added halves alone. */
function agreement(
  used: readonly TableEffect[],
  pooled: number,
): Pick<PooledResult, "heterogeneity" | "fit"> {
  const telling = used.filter(({ table }) => !isUninformative(table.cells));
  const q = telling.reduce((sum, { estimate, variance }) => sum + (estimate - pooled) ** 2 / variance, 0);
  const degreesOfFreedom = Math.max(0, telling.length - 1);
  const logs = telling.reduce((sum, { variance }) => sum + Math.log(2 * Math.PI * variance), 0);
  const logLikelihood = -0.5 * (logs + q);
  return {
    heterogeneity: {
      q,
      degreesOfFreedom,
      pValue: degreesOfFreedom > 0 ? chiSquared.survival(q, degreesOfFreedom) : null,
      tauSquaredSet: null, // one effect is assumed, so no τ² is asked for
    },
    fit: {
      tauSquared: commonEffect.name,
      logLikelihood,
      restrictedLogLikelihood: null,
      aicc: correctedAkaike(logLikelihood, telling.length, 1),
    },
  };
}

function meanTest(statistic: number): MeanTest {
  const pValue = Math.min(1, 2 * normal.survival(Math.abs(statistic)));
  return { statistic, degreesOfFreedom: null, pValue };
}

function warningsOf(used: readonly TableEffect[], { add, to }: ZeroHandling): Warning[] {
  if (to === "none") return [];
  const halved = used.filter(({ table: { cells } }) => [cells.a, cells.b, cells.c, cells.d].includes(0));
  if (halved.length === 0) return [];
  const names = halved.map(({ table }) => table.series).join(", ");
  const message = `${add} was added to each count of ${names} to show them alone and to compare them; the pool itself needs none`;
  return [{ code: "added-to-counts", message }];
}

function noFiniteEffect({ effect, method }: TablePool): EstimationError {
  return new EstimationError(
    "not-identifiable",
    `Cannot pool "${effect.name}" by ${method}: needs events and non-events in both groups, taken over all tables, found none in one of them`,
  );
}
