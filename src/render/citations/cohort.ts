import type { Sources } from "./sources.ts";

const PINHEIRO_BATES =
  "Pinheiro JC, Bates DM. Approximations to the log-likelihood function in the nonlinear mixed-effects model. J Comput Graph Stat 1995;4:12–35. doi:10.1080/10618600.1995.10474663";
const NO_U_TURN =
  "Hoffman MD, Gelman A. The No-U-Turn sampler: adaptively setting path lengths in Hamiltonian Monte Carlo. J Mach Learn Res 2014;15:1593–1623.";

/** Of several patients at once. */
export const COHORT = {
  hierarchy:
    "Davidian M, Giltinan DM. Nonlinear Models for Repeated Measurement Data. London: Chapman & Hall; 1995.",
  mixing:
    "Vehtari A, Gelman A, Simpson D, Carpenter B, Bürkner P-C. Rank-normalization, folding, and localization: an improved R̂ for assessing convergence of MCMC (with discussion). Bayesian Anal 2021;16:667–718. doi:10.1214/20-BA1221",
} as const;

/** Of ways to integrate the patients' own values out, by their names. */
export const APPROXIMATION_SOURCES: Sources = {
  laplace: [PINHEIRO_BATES],
  "gauss-hermite": [PINHEIRO_BATES],
  "lindstrom-bates": [
    "Lindstrom MJ, Bates DM. Nonlinear mixed effects models for repeated measures data. Biometrics 1990;46:673–687. doi:10.2307/2532087",
  ],
  "iterated-laplace": [
    "Rue H, Martino S, Chopin N. Approximate Bayesian inference for latent Gaussian models by using integrated nested Laplace approximations. J R Stat Soc B 2009;71:319–392. doi:10.1111/j.1467-9868.2008.00700.x",
  ],
  posterior: [NO_U_TURN, COHORT.mixing],
  hamiltonian: [NO_U_TURN, COHORT.mixing],
};
