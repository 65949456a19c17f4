import { findRoot } from "../../math/optimize/find-root.ts";
import { type EffectData, residualDegrees } from "./effect-data.ts";
import { fitAt, fitRoom, type WeightedFit, weightedFit } from "./weighted-fit.ts";

/** A likelihood of τ², the mean profiled or integrated out, with the sign of its derivative. */
export interface TauSquaredLikelihood {
  value(fit: WeightedFit): number;
  /** Any positive multiple of the derivative by τ². */
  score(fit: WeightedFit): number;
}

/** Ratio of neighbouring places at which the score's sign is looked at: less than the distance over which a weight changes. */
const RATIO = 2;

/**
 * A τ² above which both scores are negative: there Σ w²e² ≤ R/(m + τ²)² for the unweighted residual sum of squares R and the
 * smallest variance m, and tr(P) ≥ (k − p)/(M + τ²) for the largest M.
 */
function upperEnd(data: EffectData): number {
  const k = data.effects.length;
  const { q: squares } = weightedFit(data, new Float64Array(k).fill(1));
  const degrees = residualDegrees(data);
  let [least, greatest] = [Infinity, 0];
  for (let i = 0; i < k; i++) {
    least = Math.min(least, data.variances[i]!);
    greatest = Math.max(greatest, data.variances[i]!);
  }
  const half = squares / (2 * degrees);
  return Math.max(0, half + Math.sqrt(half * half + 2 * half * (greatest - least)) - least) * (1 + 1e-9);
}

/** From a tenth of the smallest variance, below which no weight changes much, up to the end. */
function places(end: number, data: EffectData): number[] {
  let place = 0.1 * end;
  for (let i = 0; i < data.variances.length; i++) place = Math.min(place, 0.1 * data.variances[i]!);
  const found: number[] = [];
  for (; place < end; place *= RATIO) found.push(place);
  return [...found, end];
}

/**
 * The τ² ≥ 0 of highest likelihood. A likelihood of τ² can have several peaks, and one at 0: the score's sign is looked at
 * from 0 to where it must be negative, every change from + to − is solved inside its bracket, and the highest wins. There
 * is no iteration that could fail to converge.
 */
export function highestLikelihood(data: EffectData, likelihood: TauSquaredLikelihood): number {
  const end = upperEnd(data);
  const room = fitRoom(data.effects.length);
  const score = (tauSquared: number): number => likelihood.score(fitAt(data, tauSquared, room));
  if (end === 0) return 0;
  const peaks: number[] = [];
  let [from, rising] = [0, score(0) > 0];
  if (!rising) peaks.push(0);
  for (const to of places(end, data)) {
    const rises = score(to) > 0;
    if (rising && !rises) peaks.push(findRoot(score, from, to) ?? to);
    [from, rising] = [to, rises];
  }
  if (peaks.length === 1) return peaks[0]!;
  const values = peaks.map((tauSquared) => likelihood.value(fitAt(data, tauSquared)));
  return peaks[values.indexOf(Math.max(...values))] ?? end;
}
