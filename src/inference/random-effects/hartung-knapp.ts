import { residualDegrees } from "./effect-data.ts";
import { hartungKnappFloored, varianceFactor } from "./hartung-knapp-floored.ts";
import { type MeanEstimate, type MeanInterval, SHARED, scaled, symmetricInterval } from "./mean-interval.ts";
import { normalInterval } from "./normal-interval.ts";
import type { RandomEffectsFit } from "./random-effects-fit.ts";

/** Up to this many series the floored interval stands beside. */
const FEW = 5;

const width = ({ lower, upper }: MeanEstimate): number => upper - lower;

/** Whether series that happen to agree make the interval narrower than the normal one. */
function isNarrow(fit: RandomEffectsFit, level: number): boolean {
  return width(hartungKnapp.estimate(fit, level)) < width(normalInterval.estimate(fit, level));
}

/**
 * Hartung and Knapp's interval: the weighted scatter of the effects themselves says how sure their mean is, with k − 1 degrees
 * of freedom of t. Close to its level from two series on, and narrower than the normal one where they happen to agree.
 *
 * @see Hartung & Knapp (2001), Stat Med 20:3875–3889; Sidik & Jonkman (2002), Stat Med 21:3153–3159. doi:10.1002/sim.1009
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { interval: hartungKnapp }).estimates[0]?.upper; // 13.6
 */
export const hartungKnapp: MeanInterval = {
  name: "hartung-knapp",
  label: "Hartung–Knapp",
  reference: "Hartung & Knapp (2001), doi:10.1002/sim.1009",
  estimate(fit, level, contrast = SHARED) {
    const covariance = scaled(fit.covariance, varianceFactor(fit));
    return symmetricInterval(fit, covariance, residualDegrees(fit.data), level, contrast);
  },
  companions(fit, level) {
    if (isNarrow(fit, level)) return [hartungKnappFloored, normalInterval];
    return fit.data.effects.length <= FEW ? [hartungKnappFloored] : [];
  },
  warnings(fit, level) {
    if (!isNarrow(fit, level)) return [];
    return [
      {
        code: "hartung-knapp-narrow",
        message:
          "The Hartung–Knapp interval is narrower than the normal one, because the series agree better than their variances lead one to expect: read it together with the floored one beside it.",
      },
    ];
  },
};
