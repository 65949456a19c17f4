import { boundOf } from "../../../inference/interval-method.ts";
import type { Estimate } from "../../../schema/estimate.ts";
import { timeQuantileName } from "../../time-quantile.ts";
import { noLimits, percentileLimits } from "./bootstrapped-masses.ts";
import { quantileSpan, type SpanMass } from "./relapse-masses.ts";
import type { TurnbullSettings } from "./turnbull-options.ts";

const finite = (time: number): number | null => (time === Infinity ? null : time);

/**
 * Three rows for a quantile: the quantile, whose estimate is null unless the data pin it to one time, and the earliest
 * and the latest time at which it can lie. The relapse is after the earliest (at it, where both are equal) and not after
 * the latest, which is null where no end was seen.
 *
 * The quantile's limits run from the lower percentile of the resamples' earliest times to the upper percentile of their
 * latest; the two other rows have percentile limits of their own.
 *
 * @param resamples Masses in resamples; none give no limits.
 */
export function quantileRows(
  p: number,
  masses: readonly SpanMass[],
  resamples: readonly SpanMass[][],
  { level, timeUnit }: TurnbullSettings,
): Estimate[] {
  const { parameter, label } = timeQuantileName(p);
  const { lower: earliest, upper: latest } = quantileSpan(masses, p);
  const spans = resamples.map((resample) => quantileSpan(resample, p));
  const earliests = spans.map(({ lower }) => lower);
  const latests = spans.map(({ upper }) => upper);
  const row = (
    suffix: string,
    words: string,
    estimate: number | null,
    ends: [number[], number[]],
  ): Estimate => {
    const { lower, upper } = spans.length > 0 ? percentileLimits(...ends, level) : noLimits;
    return {
      parameter: parameter + suffix,
      label: label + words,
      unit: timeUnit,
      estimate,
      standardError: null,
      lower,
      upper,
      level,
      method: spans.length > 0 ? "bootstrap" : "none",
      bound: boundOf(lower, upper),
    };
  };
  return [
    row("", "", earliest === latest ? earliest : null, [earliests, latests]),
    row("Earliest", ", earliest", earliest, [earliests, earliests]),
    row("Latest", ", latest", finite(latest), [latests, latests]),
  ];
}
