import type { SeriesLikelihood } from "./series-likelihood.ts";

/** What is added to a log likelihood, so that it has a maximum where the counts alone give none. */
export interface Penalty {
  name: string;
  label: string;
  reference: string;
  /** True where nothing can be said of how series differ: the spread is then held at 0. */
  sharedEffect: boolean;
  log(series: readonly SeriesLikelihood[], mean: number, spread: number): number;
}

/** The likelihood as it is. */
export const noPenalty: Penalty = {
  name: "maximum-likelihood",
  label: "Maximum likelihood",
  reference: "Stijnen, Hamza & Özdemir (2010), doi:10.1002/sim.4040",
  sharedEffect: false,
  log: () => 0,
};

/** One series alone: maximum likelihood, with nothing to be said of differences. */
export const noSpread: Penalty = { ...noPenalty, sharedEffect: true };

/**
 * Half the log of the information about the mean, where every series has all, or none, of its events. For one proportion this is
 * half an event added to either side.
 *
 * @see Firth (1993), Biometrika 80:27–38, section 3. doi:10.1093/biomet/80.1.27
 */
export const jeffreysPenalty: Penalty = {
  name: "jeffreys-penalized-likelihood",
  label: "Likelihood penalised by Jeffreys' prior (Firth)",
  reference: "Firth (1993), doi:10.1093/biomet/80.1.27",
  sharedEffect: true,
  log: (series, mean) => 0.5 * Math.log(series.reduce((sum, { information }) => sum + information(mean), 0)),
};

/**
 * A half-normal prior of scale 1 on τ, where some series have all and the others none of their events: the likelihood then grows
 * with τ for ever.
 *
 * @see Friede et al. (2017), Res Synth Methods 8:79–91, section 2.3 (the scale). doi:10.1002/jrsm.1217
 */
export const halfNormalPenalty: Penalty = {
  name: "half-normal-prior-on-tau",
  label: "Likelihood with a half-normal prior of scale 1 on τ",
  reference: "Friede et al. (2017), doi:10.1002/jrsm.1217",
  sharedEffect: false,
  log: (_, __, spread) => -0.5 * spread * spread,
};
