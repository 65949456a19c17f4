import type { RelapseParameters } from "../likelihood/relapse-parameters.ts";
import type { LogTerm, RelapseLaw, RelapseModel } from "../models/relapse-model.ts";

/** ln S of a patient taken at random, with its derivatives. */
export interface PopulationTerm {
  value: number;
  byPlace: number;
  byShape: number;
  byLogVariance: number;
}

/** The law of Y = ln T − log median (of a patient with frailty 1) over all patients. */
export interface PopulationLaw {
  /** ln S at y; what it returns holds until the next call. */
  logSurvival(y: number): PopulationTerm;
  /** The y by which a share p has relapsed. */
  quantile(p: number): number;
}

const emptyTerm = (): PopulationTerm => ({ value: 0, byPlace: 0, byShape: 0, byLogVariance: 0 });

/** Without a frailty, every patient has the same law. */
function plain(law: RelapseLaw): PopulationLaw {
  const term = emptyTerm();
  return {
    logSurvival(y) {
      law.logSurvival(y, term);
      return term;
    },
    quantile: law.quantile,
  };
}

/** Above this hazard, the probability of a relapse is 1 to double precision. */
const SURE = 30;

/** The y at which the cumulative hazard is e^logHazard: by Newton's method on its logarithm where it is far out. */
function hazardTime(law: RelapseLaw, logHazard: number, term: LogTerm): number {
  const hazard = Math.exp(logHazard);
  let y = law.quantile(-Math.expm1(-Math.min(hazard, SURE)));
  if (hazard <= SURE) return y;
  for (let i = 0; i < 50; i++) {
    law.logSurvival(y, term);
    const step = ((logHazard - Math.log(-term.value)) * term.value) / term.byPlace;
    y += step;
    if (!(Math.abs(step) > 1e-12 * (1 + Math.abs(y)))) break;
  }
  return y;
}

/**
 * With a gamma frailty of variance θ, the mean of S(t)^z: (1 + θΛ)^(−1/θ).
 *
 * @see Hougaard (2000), Analysis of Multivariate Survival Data, equation 7.4.
 */
function mixed(law: RelapseLaw, variance: number): PopulationLaw {
  const term = emptyTerm();
  return {
    logSurvival(y) {
      law.logSurvival(y, term);
      const own = term.value;
      const grown = 1 - variance * own;
      term.value = -Math.log1p(-variance * own) / variance;
      term.byPlace /= grown;
      term.byShape /= grown;
      term.byLogVariance = -term.value + own / grown;
      return term;
    },
    quantile(p) {
      // ln of [(1 − p)^(−θ) − 1]/θ
      const rise = -variance * Math.log1p(-p);
      const logHazard = (rise > 30 ? rise : Math.log(Math.expm1(rise))) - Math.log(variance);
      return hazardTime(law, logHazard, term);
    },
  };
}

/**
 * The law of a patient taken at random, at the working parameters.
 *
 * @param byShape Whether derivatives by the shape will be asked for.
 */
export function populationLaw(
  model: RelapseModel,
  { shape, frailty }: RelapseParameters,
  theta: ArrayLike<number>,
  byShape: boolean,
): PopulationLaw {
  const law = model.law(shape === null ? 0 : theta[shape]!, byShape);
  return frailty === null ? plain(law) : mixed(law, Math.exp(theta[frailty]!));
}
