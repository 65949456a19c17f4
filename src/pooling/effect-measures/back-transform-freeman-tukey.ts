import type { Warning } from "../../schema/provenance.ts";
import { freemanTukeyProportion } from "./freeman-tukey.ts";

/** A pooled double arcsine as a proportion. */
export interface BackTransformedProportion {
  estimate: number;
  /** null where it was null before. */
  lower: number | null;
  upper: number | null;
  /** The number of patients it was read at, their harmonic mean: one that no series need have. */
  harmonicMean: number;
  warnings: Warning[];
}

/**
 * Turns a pool on the double arcsine scale (PFT) into a proportion, at the harmonic mean of the series' patients.
 *
 * A double arcsine stands for different proportions at different n. At the harmonic mean, which the smallest series
 * dominate, even a pool of series with events can lie below the value of 0 events and become exactly 0, limits and all:
 * 2/10, 0/5, 1/1000 and 3/200000 do. The warnings say so.
 *
 * @param pooled Estimate and limits in radians.
 * @param series Events and patients of each series; at least one.
 * @throws {RangeError} when there is no series, or one has no patients.
 * @see Miller (1978), Am Stat 32:138; Schwarzer et al. (2019), Res Synth Methods 10:476–483. doi:10.1002/jrsm.1348
 * @example
 * backTransformFreemanTukey({ estimate: 0.0381, lower: null, upper: null }, [
 *   { events: 2, n: 10 }, { events: 0, n: 5 }, { events: 1, n: 1000 }, { events: 3, n: 200000 },
 * ]).estimate; // 0, though 6 patients had the event
 */
export function backTransformFreemanTukey(
  pooled: { estimate: number; lower: number | null; upper: number | null },
  series: readonly { events: number; n: number }[],
): BackTransformedProportion {
  if (series.length === 0 || series.some(({ n }) => !(n > 0)))
    throw new RangeError("backTransformFreemanTukey needs at least one series, each with patients");
  const harmonicMean = series.length / series.reduce((sum, { n }) => sum + 1 / n, 0);
  const at = (value: number | null): number | null =>
    value === null ? null : freemanTukeyProportion(value, harmonicMean);
  const estimate = freemanTukeyProportion(pooled.estimate, harmonicMean);
  const events = series.reduce((sum, one) => sum + one.events, 0);
  const patients = series.reduce((sum, one) => sum + one.n, 0);
  const warnings = [alwaysMisleading(harmonicMean, new Set(series.map(({ n }) => n)).size === 1)];
  if ((estimate === 0 && events > 0) || (estimate === 1 && events < patients))
    warnings.push(impossible(estimate, events, patients));
  return { estimate, lower: at(pooled.lower), upper: at(pooled.upper), harmonicMean, warnings };
}

function alwaysMisleading(harmonicMean: number, sameSize: boolean): Warning {
  const message = sameSize
    ? "A test against a given proportion on the double arcsine scale depends on the number of patients; test on the logit or arcsine scale"
    : `The double arcsine was read at the harmonic mean of the series' patients, ${harmonicMean.toPrecision(4)}; as it stands for different proportions at different n, the pool and any test of it belong to no one proportion; logit or arcsine do`;
  return { code: "freeman-tukey-back-transform", message };
}

function impossible(estimate: number, events: number, patients: number): Warning {
  return {
    code: "freeman-tukey-boundary",
    message: `The back-transformation gives exactly ${estimate}, though ${events} of ${patients} patients had the event: it is an artefact of the harmonic mean; pool on the logit or arcsine scale`,
  };
}
