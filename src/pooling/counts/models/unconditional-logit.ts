import { minimizeBrent } from "../../../math/optimize/minimize-brent.ts";
import { oddsRatio } from "../../effect-measures/odds-ratio.ts";
import type { Cells } from "../../two-groups/two-by-two.ts";
import { cellsOf } from "../cells-of.ts";
import type { CountModel } from "../count-model.ts";
import { binomialLikelihood, proportionAlone } from "../likelihoods/binomial-likelihood.ts";
import { hypergeometricLikelihood } from "../likelihoods/hypergeometric-likelihood.ts";
import type { PredictorLikelihood, SeriesAlone } from "../likelihoods/predictor-likelihood.ts";
import { randomEffectIntegral } from "../random-effect-integral.ts";
import { normalSpread } from "../spread-scales.ts";
import { pooledLogOddsRatio } from "./pooled-log-odds-ratio.ts";

/** Both groups by their log odds ratio, at one value of the log odds halfway between them. */
function halfway(
  middle: number,
  treated: PredictorLikelihood,
  control: PredictorLikelihood,
): PredictorLikelihood {
  return {
    at(predictor) {
      const up = treated.at(middle + 0.5 * predictor);
      const down = control.at(middle - 0.5 * predictor);
      return {
        value: up.value + down.value,
        slope: 0.5 * (up.slope - down.slope),
        curvature: 0.25 * (up.curvature + down.curvature),
      };
    },
    alone: treated.alone,
  };
}

function aloneOf({ a, b, c, d }: Cells, extreme: SeriesAlone["extreme"]): SeriesAlone {
  const [treated, control] = [proportionAlone(a, a + b), proportionAlone(c, c + d)];
  const logLikelihood = treated.logLikelihood + control.logLikelihood;
  if (treated.estimate === null || control.estimate === null)
    return { logLikelihood, estimate: null, variance: null, extreme };
  const variance = treated.variance! + control.variance!;
  return { logLikelihood, estimate: treated.estimate - control.estimate, variance, extreme };
}

/**
 * Two groups of events as two binomial counts: log odds ratios normal around a mean, and for each series a parameter of its
 * own for the log odds halfway between its groups. Many such parameters beside few events push the mean away from 0: the
 * conditional model does without them.
 *
 * @see Simmonds & Higgins (2016), Stat Methods Med Res 25:2858–2877 (model 4). doi:10.1177/0962280214534409; Jackson et al.
 * (2018), Stat Med 37:1059–1085 (model 4, coded ±1/2). doi:10.1002/sim.7588
 * @example
 * poolCounts(series, { model: unconditionalLogit }).natural.label; // "Odds ratio"
 */
export const unconditionalLogit: CountModel = {
  name: "unconditional-logit",
  label: "Logistic regression with an intercept for each series and random odds ratios",
  reference: "Jackson et al. (2018), doi:10.1002/sim.7588",
  measure: oddsRatio,
  spread: normalSpread("log"),
  start: pooledLogOddsRatio,
  likelihood(summary, { rule }) {
    const cells = cellsOf(summary);
    const treated = binomialLikelihood(cells.a, cells.a + cells.b);
    const control = binomialLikelihood(cells.c, cells.c + cells.d);
    const conditional = hypergeometricLikelihood(cells);
    const center = Math.log((cells.a + cells.c + 0.5) / (cells.b + cells.d + 0.5));
    return {
      value(mean, spread) {
        if (conditional.alone.extreme === "both") return 0;
        const reach = 12 + 0.5 * Math.abs(mean) + 4 * Math.abs(spread);
        const negative = (middle: number): number =>
          -randomEffectIntegral(halfway(middle, treated, control), mean, Math.abs(spread), rule);
        return -minimizeBrent(negative, center - reach, center + reach).value;
      },
      information: (mean) => -conditional.at(mean).curvature,
      alone: aloneOf(cells, conditional.alone.extreme),
    };
  },
};
