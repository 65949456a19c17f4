import type { EffectData } from "../../inference/random-effects/effect-data.ts";
import { generalizedQLaw } from "../heterogeneity/generalized-q-law.ts";

/** Ratio of neighbouring τ² between which the distribution is interpolated. */
const RATIO = 2 ** 0.125;

/**
 * The confidence distribution of τ²: its u-quantile is the upper limit of the one-sided interval of level u by Cochran's Q.
 *
 * @param farthest How near 1 quantiles will be asked for: 1 − u.
 * @returns u ↦ τ², with 0 where even τ² = 0 makes the observed Q unlikely small. Interpolated in ln τ², to about .1 %.
 * @see Nagashima, Noma & Furukawa (2019), Stat Methods Med Res 28:1689–1702. doi:10.1177/0962280218773520
 */
export function confidenceDistribution(data: EffectData, farthest: number): (u: number) => number {
  const atMost = generalizedQLaw(data, (variance) => 1 / variance);
  const knots = [0];
  const levels = [1 - atMost(0)];
  let least = Infinity;
  for (let i = 0; i < data.variances.length; i++) least = Math.min(least, data.variances[i]!);
  for (
    let tauSquared = 1e-4 * least;
    levels.at(-1)! < 1 - farthest && knots.length < 3000;
    tauSquared *= RATIO
  ) {
    knots.push(tauSquared);
    levels.push(Math.max(levels.at(-1)!, 1 - atMost(tauSquared)));
  }
  return (u) => {
    if (u <= levels[0]!) return 0;
    let [low, high] = [0, knots.length - 1];
    if (u >= levels[high]!) return knots[high]!;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (levels[middle]! < u) low = middle;
      else high = middle;
    }
    const share = (u - levels[low]!) / (levels[high]! - levels[low]!);
    return low === 0 ? share * knots[1]! : knots[low]! * (knots[high]! / knots[low]!) ** share;
  };
}
