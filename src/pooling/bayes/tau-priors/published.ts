import { logNormal } from "./log-normal.ts";
import { logT } from "./log-t.ts";
import type { TauPrior } from "./tau-prior.ts";

function published(prior: TauPrior, label: string, reference: string): TauPrior {
  return { ...prior, label, reference };
}

const TURNER = "Turner et al. (2015), doi:10.1002/sim.6381";
const RHODES = "Rhodes et al. (2015), doi:10.1016/j.jclinepi.2014.08.012";

/**
 * τ of log odds ratios of any outcome, as found in Cochrane reviews: ln τ² ~ N(−2.56, 1.74²).
 *
 * @see Turner et al. (2015), Stat Med 34:984–998, p. 993. doi:10.1002/sim.6381
 */
export const turnerAnyOutcome: TauPrior = published(
  logNormal(-2.56 / 2, 1.74 / 2),
  "Turner 2015, log odds ratios of any outcome",
  `${TURNER}, p. 993`,
);

/**
 * τ of log odds ratios of pain, a drug against placebo or control: ln τ² ~ N(−1.83, 1.52²).
 *
 * @see Turner et al. (2015), Stat Med 34:984–998, table IV. doi:10.1002/sim.6381
 */
export const turnerPain: TauPrior = published(
  logNormal(-1.83 / 2, 1.52 / 2),
  "Turner 2015, log odds ratios of pain, drug against placebo or control",
  `${TURNER}, table IV`,
);

/**
 * τ of standardized mean differences of any outcome, as found in Cochrane reviews: ln τ² about −3.44 with scale 2.59, t with 5
 * degrees of freedom.
 *
 * @see Rhodes et al. (2015), J Clin Epidemiol 68:52–60, section 3.3. doi:10.1016/j.jclinepi.2014.08.012
 */
export const rhodesAnyOutcome: TauPrior = published(
  logT(-3.44 / 2, 2.59 / 2, 5),
  "Rhodes 2015, standardized mean differences of any outcome",
  `${RHODES}, section 3.3`,
);

/**
 * τ of standardized mean differences of pain, quality of life, general health or adverse events, a drug against placebo or
 * control: ln τ² about −3.16 with scale 2.50, t with 5 degrees of freedom.
 *
 * @see Rhodes et al. (2015), J Clin Epidemiol 68:52–60, table 3. doi:10.1016/j.jclinepi.2014.08.012
 */
export const rhodesPain: TauPrior = published(
  logT(-3.16 / 2, 2.5 / 2, 5),
  "Rhodes 2015, standardized mean differences of pain, drug against placebo or control",
  `${RHODES}, table 3`,
);
