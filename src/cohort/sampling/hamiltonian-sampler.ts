import type { Chain } from "../../inference/hamiltonian/index.ts";

/** A way to draw the full posterior of a cohort; a value that is passed in. */
export interface CohortSampler {
  name: string;
  label: string;
  reference: string;
  /** Chains that are compared with each other. */
  nChains: number;
  nWarmup: number;
  /** Draws kept of each chain. */
  nDraws: number;
  targetAcceptance: number;
  /** Chains that were drawn elsewhere, such as on workers, by `drawCohortChain` with the same data and options. */
  drawn: readonly Chain[] | null;
}

/** How the full posterior is drawn. */
export interface HamiltonianOptions {
  /** Chains, at least 1; default 4. */
  chains?: number;
  /** Iterations of each that tune the sampler, at least 0; default 1,000. */
  warmup?: number;
  /** Draws kept of each, at least 1; default 1,000. */
  draws?: number;
  /** Acceptance to tune the step size for, in (0, 1); default 0.9. */
  targetAcceptance?: number;
  /** Chains that `drawCohortChain` has drawn already, one for each index. */
  drawn?: readonly Chain[];
}

/**
 * The full posterior by Hamiltonian Monte Carlo with the no-U-turn criterion: nothing is taken to be normal, at the price of
 * a second or more.
 *
 * @throws {RangeError} when a number is out of its range, or there are not as many drawn chains as asked for.
 * @see Hoffman & Gelman (2014), J Mach Learn Res 15:1593–1623; Papaspiliopoulos, Roberts & Sköld (2007), Stat Sci 22:59–73
 * (non-centred effects). doi:10.1214/088342307000000014
 * @example
 * hamiltonian({ chains: 2, draws: 500 }).nDraws; // 500
 */
export function hamiltonian({
  chains = 4,
  warmup = 1000,
  draws = 1000,
  targetAcceptance = 0.9,
  drawn,
}: HamiltonianOptions = {}): CohortSampler {
  const whole = (name: string, value: number, fewest: number): void => {
    if (!(Number.isInteger(value) && value >= fewest))
      throw new RangeError(`hamiltonian needs a whole number of ${name} of at least ${fewest}, got ${value}`);
  };
  whole("chains", chains, 1);
  whole("warmup", warmup, 0);
  whole("draws", draws, 1);
  if (!(targetAcceptance > 0 && targetAcceptance < 1))
    throw new RangeError(`hamiltonian needs a targetAcceptance in (0, 1), got ${targetAcceptance}`);
  if (drawn && drawn.length !== chains)
    throw new RangeError(`hamiltonian needs ${chains} drawn chains, got ${drawn.length}`);
  return {
    name: "hamiltonian",
    label: "Full posterior by Hamiltonian Monte Carlo (NUTS)",
    reference: "Hoffman & Gelman (2014), J Mach Learn Res 15:1593–1623",
    nChains: chains,
    nWarmup: warmup,
    nDraws: draws,
    targetAcceptance,
    drawn: drawn ?? null,
  };
}
