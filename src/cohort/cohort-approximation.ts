import type { MarginalApproximation } from "../inference/nonlinear-mixed-model/marginal-approximation.ts";
import type { CohortSummary } from "../schema/cohort-summary.ts";
import type { Json } from "../schema/provenance.ts";
import { acceptanceOf, type CohortSampler } from "./sampling/hamiltonian-sampler.ts";

/** How a cohort is answered: the patients' own values integrated out, or all values drawn together. */
export type CohortApproximation = MarginalApproximation | CohortSampler;

/** Whether values are drawn. */
export function isSampler(approximation: CohortApproximation): approximation is CohortSampler {
  return "nChains" in approximation;
}

/** The approximation by name and numbers, from which anyone can use it again. */
export function describeApproximation(
  approximation: CohortApproximation,
  summaries: readonly CohortSummary[],
): { [name: string]: Json } {
  const { name } = approximation;
  if (!isSampler(approximation)) return { approximation: name };
  const { nChains, nWarmup, nDraws } = approximation;
  const targetAcceptance = acceptanceOf(approximation, summaries);
  return { approximation: name, nChains, nWarmup, nDraws, targetAcceptance };
}
