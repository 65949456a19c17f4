import { andersonLimits } from "./anderson-limits.ts";
import { INDEPENDENT_WITHIN_BOUNDS } from "./known-bounds.ts";
import { meanInterval } from "./mean-interval.ts";
import { boundsOf, hasSamplesWithinBounds, widestOverSamples } from "./over-samples.ts";
import { smirnovDistance } from "./smirnov-distance.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/**
 * Anderson's interval with the exact Kolmogorov–Smirnov distance, widest over every sample that fits the report.
 *
 * @see Anderson (1969), Bull Int Stat Inst 43:249–251; Birnbaum & Tingey (1951), Ann Math Stat 22:592–596, equation 3.0.
 * @example
 * andersonOverSamples.layer; // "bounds-only"
 */
export const andersonOverSamples: SummaryInterval = meanInterval({
  name: "anderson-over-samples",
  label: "Anderson, over every sample that fits",
  reference: "Anderson (1969), Bull Int Stat Inst 43:249–251",
  layer: "bounds-only",
  assumes: `${INDEPENDENT_WITHIN_BOUNDS}; each value on the step that the samples were reconstructed on`,
  keepsBounds: true,
  quick: true,
  applies: (evidence) => evidence.samplesComplete && hasSamplesWithinBounds(evidence),
  limits: (evidence, level) => {
    const distance = smirnovDistance(evidence.report.n, 0.5 * (1 - level));
    const bounds = boundsOf(evidence.report);
    return [widestOverSamples(evidence, (sample) => andersonLimits(sample, bounds, distance))];
  },
});
