import { type Computed, noEstimate } from "./effect-size-method.ts";
import { fewScores } from "./few-scores.ts";
import { normalLimits } from "./limits.ts";
import { type FlooredMoments, floorWarnings } from "./zero-floor.ts";

/**
 * The logarithm of the ratio of two means, or of the means as odds, with the delta method's bias and standard error.
 *
 * With f the logarithm or the logit: f(B) − f(A), less f″(M) S²/(2n) of each where corrected; variance Σ (f′(M))² S²/n.
 */
export interface LogScale {
  value: (mean: number) => number;
  slope: (mean: number) => number;
  /** Second derivative. */
  bend: (mean: number) => number;
}

/** How the logarithm is turned and corrected. */
export interface LogRatioOptions {
  /** 1, or −1 to turn the ratio round. */
  sign: 1 | -1;
  biasCorrection: boolean;
  level: number;
}

/** The difference of two means on a log scale, both inside it. */
export function logRatio(
  scale: LogScale,
  { baseline, treatment }: { baseline: FlooredMoments; treatment: FlooredMoments },
  { sign, biasCorrection, level }: LogRatioOptions,
): Computed {
  const both = [baseline, treatment];
  const warnings = floorWarnings({ baseline, treatment });
  const known = both.every(({ variance }) => variance !== null);
  if (biasCorrection && !known) {
    const message =
      "The bias correction needs at least 2 scores in each phase; without it (`biasCorrection: false`) there is an estimate";
    return noEstimate("too-few-scores", message);
  }
  const [biasA, biasB] = both.map(({ n, mean, variance }) =>
    biasCorrection ? (0.5 * scale.bend(mean) * variance!) / n : 0,
  );
  const raw = scale.value(treatment.mean) - biasB! - (scale.value(baseline.mean) - biasA!);
  const spread = both.reduce(
    (sum, { n, mean, variance }) => sum + (scale.slope(mean) ** 2 * (variance ?? Number.NaN)) / n,
    0,
  );
  const limits = normalLimits(sign * raw, known ? Math.sqrt(spread) : null, level);
  return {
    estimate: sign * raw,
    limits,
    details: { baselineMean: baseline.mean, treatmentMean: treatment.mean },
    warnings: [...warnings, ...fewScores(limits, baseline.n, treatment.n, "88, 92 and 93 %")],
  };
}
