import { EstimationError } from "../../errors.ts";
import { effectData } from "../../inference/random-effects/effect-data.ts";
import { randomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import type { AsymmetryTest, FunnelResult } from "../../schema/funnel-result.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { chosenRows } from "../chosen-rows.ts";
import type { PoolEstimatesOptions } from "../pool-options.ts";
import { poolProvenance } from "../pool-provenance.ts";
import { type AsymmetryMethod, asymmetryTests } from "./asymmetry-tests/index.ts";
import { funnelLimits } from "./funnel-limits.ts";
import { funnelWarnings } from "./funnel-warnings.ts";

/** Options of `assessFunnel`. */
export interface AssessFunnelOptions
  extends Omit<PoolEstimatesOptions, "moderators" | "interval" | "prediction" | "tauSquaredInterval"> {
  /** Tests of asymmetry; default `asymmetryTests`. */
  tests?: readonly AsymmetryMethod[];
}

function undefinedTests(tests: readonly AsymmetryTest[]): Warning[] {
  const missing = tests.filter(({ pValue }) => pValue === null).map(({ label }) => label);
  if (missing.length === 0) return [];
  return [
    {
      code: "asymmetry-test-undefined",
      message: `${missing.join("; ")}: not defined here. At least 3 series are needed, with standard errors that differ and effects that scatter.`,
    },
  ];
}

/**
 * The funnel of effects over standard errors, and whether it is lopsided: small series with larger effects may mean that others
 * were not published, or that small series treat other patients.
 *
 * @param rows As for `poolEstimates`.
 * @returns Points, sides of the funnels around the mean and around 0, and tests of asymmetry, with a warning below ten series.
 * @throws As `poolEstimates`; {EstimationError} `too-few-observations` where there is only one series.
 * @see Sterne, Sutton, Ioannidis et al. (2011), BMJ 343:d4002. doi:10.1136/bmj.d4002; Peters, Sutton, Jones, Abrams & Rushton (2008),
 * J Clin Epidemiol 61:991–996 (contours around no effect). doi:10.1016/j.jclinepi.2007.11.010
 * @example
 * const rows = [1, 2, 4, 8].map((estimate) => ({ estimate, variance: estimate }));
 * assessFunnel(rows).warnings[0]?.code; // "funnel-few-series"
 */
export function assessFunnel(
  rows: readonly EffectEstimate[],
  { tests = asymmetryTests, ...options }: AssessFunnelOptions = {},
): FunnelResult {
  const { rows: chosen, effects, variances, leftOut, settings } = chosenRows(rows, options);
  if (chosen.length < 2)
    throw new EstimationError("too-few-observations", "Cannot draw a funnel: needs at least 2 series, got 1");
  const mean = randomEffectsFit(effectData(effects, variances), settings.tauSquared).coefficients[0]!;
  const points = chosen.map(({ series, estimate, variance }) => ({
    series,
    estimate,
    standardError: Math.sqrt(variance),
    filled: false,
  }));
  const found = tests.map((method) => ({
    name: method.name,
    label: method.label,
    ...method.test(chosen, settings),
  }));
  const { measure, backTransform, unit } = settings;
  const provenance = poolProvenance(settings, false);
  return {
    kind: "funnel",
    schemaVersion: 1,
    measure,
    backTransform,
    unit,
    mean,
    points,
    limits: funnelLimits(mean, Math.max(...points.map(({ standardError }) => standardError))),
    tests: found,
    leftOut,
    warnings: [...funnelWarnings(chosen.length), ...undefinedTests(found)],
    provenance: {
      ...provenance,
      options: { ...provenance.options, tests: tests.map(({ name }) => name) },
    },
  };
}
