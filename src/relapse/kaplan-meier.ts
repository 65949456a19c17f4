import { boundOf } from "../inference/interval-method.ts";
import { normalQuantile } from "../math/special/normal-quantile.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { RelapseRow } from "../schema/relapse.ts";
import type { RelapseResult, SurvivalPoint } from "../schema/relapse-result.ts";
import { version } from "../version.ts";
import { crossingTime } from "./nonparametric/crossing-time.ts";
import { exactSpans } from "./nonparametric/exact-spans.ts";
import {
  type KaplanMeierOptions,
  type KaplanMeierSettings,
  kaplanMeierOptionsAsJson,
  kaplanMeierSettings,
} from "./nonparametric/kaplan-meier-options.ts";
import { kaplanMeierWarnings } from "./nonparametric/kaplan-meier-warnings.ts";
import { productLimit } from "./nonparametric/product-limit.ts";
import { restrictedMean } from "./nonparametric/restricted-mean.ts";
import { restrictedMeanRow } from "./nonparametric/restricted-mean-row.ts";
import { survivalBand, survivalPoints } from "./nonparametric/survival-curve.ts";
import { observedRows } from "./observed-rows.ts";
import { timeQuantileName } from "./time-quantile.ts";

/**
 * Estimates the probability of staying well by Kaplan and Meier's product limit, without an assumption about its shape.
 *
 * Greenwood's standard errors; quantiles with R's mid-point where the curve lies at the level, and with the limits of
 * Brookmeyer and Crowley: the times at which the pointwise limits come down to the level. Each course counts as
 * independent of the others; a warning says where one patient has several.
 *
 * @param rows Relapses known exactly (`lower` = `upper`) or not yet seen (`upper` null), in days or another unit.
 * @returns Quantiles and the restricted mean, the curve, the numbers at risk, and bands where asked for.
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {InputError} for unsound rows.
 * @throws {EstimationError} `too-few-observations` without rows; `not-identifiable` where a relapse is known only as
 * between two times, which `turnbull` takes.
 * @see Klein & Moeschberger (2003), Survival Analysis, sections 4.2 to 4.5; Brookmeyer & Crowley (1982), Biometrics
 * 38:29–41. doi:10.2307/2530286
 * @example
 * kaplanMeier([{ lower: 62, upper: 62 }, { lower: 75, upper: 75 }, { lower: 90, upper: null }]).estimates[0]!.estimate; // 75
 */
export function kaplanMeier(rows: readonly RelapseRow[], options: KaplanMeierOptions = {}): RelapseResult {
  const spans = exactSpans("a Kaplan–Meier curve", rows);
  const steps = productLimit(spans);
  const settings = kaplanMeierSettings(options, steps.at(-1)!.time);
  const { level, interval, bands, restrictedTo, timeUnit } = settings;
  const deviate = normalQuantile(0.5 * (1 + level));
  const survival = survivalPoints(steps, interval, deviate);
  const mean = restrictedTo === null ? null : restrictedMean(steps, restrictedTo);
  const curve = {
    nObservations: rows.length,
    nEvents: spans.filter(({ upper }) => upper < Infinity).length,
    nPatients: new Set(spans.map(({ patient }) => patient)).size,
    timeUnit,
    observations: observedRows(rows),
    estimates: [
      ...quantileRows(survival, settings),
      restrictedMeanRow(mean, restrictedTo, { level, timeUnit, deviate }),
    ],
    survival,
    bands: bands.map((band) => survivalBand(steps, rows.length, level, band, interval)),
    riskTable: steps.map(({ time, nAtRisk, nEvents, nCensored }) => ({ time, nAtRisk, nEvents, nCensored })),
  };
  return {
    kind: "relapse",
    schemaVersion: 1,
    model: "kaplan-meier",
    ...curve,
    masses: [],
    fit: null,
    working: null,
    priors: [],
    posterior: null,
    draws: null,
    residuals: [],
    warnings: kaplanMeierWarnings(curve, level, restrictedTo),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: kaplanMeierOptionsAsJson(settings),
    },
  };
}

function quantileRows(
  survival: readonly SurvivalPoint[],
  { quantiles, level, interval, timeUnit }: KaplanMeierSettings,
): Estimate[] {
  // Time 0 belongs to everyone: no quantile and no limit lies there.
  const later = survival.slice(1);
  const times = later.map(({ time }) => time);
  return quantiles.map((p) => {
    const crossing = (values: (number | null)[]): number | null => crossingTime(times, values, 1 - p);
    const lower = crossing(later.map((point) => point.lower));
    const upper = crossing(later.map((point) => point.upper));
    return {
      ...timeQuantileName(p),
      unit: timeUnit,
      estimate: crossing(later.map((point) => point.survival)),
      standardError: null,
      lower,
      upper,
      level,
      method: interval.name,
      bound: boundOf(lower, upper),
    };
  });
}
