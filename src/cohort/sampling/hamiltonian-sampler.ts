import type { Chain } from "../../inference/hamiltonian/index.ts";
import type { CohortSummary } from "../../schema/cohort-summary.ts";

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
  /** null: as the cohort needs it, see `HamiltonianOptions`. */
  targetAcceptance: number | null;
  /** Chains that were drawn elsewhere, such as on workers, by `drawCohortChain` with the same data and options. */
  drawn: readonly Chain[] | null;
}

const USUAL_ACCEPTANCE = 0.9;
// Two patients and a summary of five, 16 chains of 1,000 draws: 17 divergences at 0.9, 8 at 0.95, none at 0.98;
// with one who does not respond among the two, 1 in 2,000 draws diverges even so, which is told.
const ACCEPTANCE_WITH_SUMMARIES = 0.98;

/** The acceptance that a cohort's chains are tuned for. */
export function acceptanceOf(
  { targetAcceptance }: Pick<CohortSampler, "targetAcceptance">,
  summaries: readonly CohortSummary[],
): number {
  return targetAcceptance ?? (summaries.length > 0 ? ACCEPTANCE_WITH_SUMMARIES : USUAL_ACCEPTANCE);
}

/** How the full posterior is drawn. */
export interface HamiltonianOptions {
  /** Chains, at least 1; default 4. */
  chains?: number;
  /** Iterations of each that tune the sampler, at least 0; default 1,000. */
  warmup?: number;
  /** Draws kept of each, at least 1; default 1,000. */
  draws?: number;
  /**
   * Acceptance to tune the step size for, in (0, 1); default 0.9, and 0.98 where summaries take part: what they say of the least and
   * the greatest of several patients bends the posterior so sharply that longer steps diverge now and then.
   */
  targetAcceptance?: number | null;
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
  targetAcceptance = null,
  drawn,
}: HamiltonianOptions = {}): CohortSampler {
  const whole = (name: string, value: number, fewest: number): void => {
    if (!(Number.isInteger(value) && value >= fewest))
      throw new RangeError(`hamiltonian needs a whole number of ${name} of at least ${fewest}, got ${value}`);
  };
  whole("chains", chains, 1);
  whole("warmup", warmup, 0);
  whole("draws", draws, 1);
  if (targetAcceptance !== null && !(targetAcceptance > 0 && targetAcceptance < 1))
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
