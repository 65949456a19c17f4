/** What is known of a log odds ratio besides the scores. */
export interface OddsPenalty {
  /** Logarithm of its density, up to a constant. */
  logDensity(logOddsRatio: number): number;
  slope(logOddsRatio: number): number;
}

/** Nothing: maximum likelihood. */
export const noPenalty: OddsPenalty = { logDensity: () => 0, slope: () => 0 };

/**
 * The log-F(1, 1) law: 95 % of it lies between odds ratios of 1/648 and 648.
 *
 * @see Greenland & Mansournia (2015), Stat Med 34:3133–3143. doi:10.1002/sim.6537
 */
export const logF: OddsPenalty = {
  logDensity: (x) => -0.5 * Math.abs(x) - Math.log1p(Math.exp(-Math.abs(x))),
  slope: (x) => -0.5 * Math.tanh(0.5 * x),
};
