import { type Chain, sampleChain } from "../../inference/hamiltonian/index.ts";
import type { Patient } from "../../schema/patient.ts";
import { isSampler } from "../cohort-approximation.ts";
import type { FitCohortOptions } from "../fit-cohort-options.ts";
import { type PreparedCohort, prepareCohort } from "../prepared-cohort.ts";
import { unobservedOf } from "../summaries/summary-likelihood.ts";
import { type CohortTarget, cohortTarget } from "./cohort-target.ts";
import { acceptanceOf, type CohortSampler } from "./hamiltonian-sampler.ts";

/** The joint posterior of a cohort. */
export function targetOf({
  settings,
  layout,
  members,
  floor,
  expectedBaseline,
}: PreparedCohort): CohortTarget {
  return cohortTarget(members, layout, unobservedOf(layout, settings, floor, expectedBaseline));
}

/** One chain of a target. */
export function chainOf(
  target: CohortTarget,
  sampler: CohortSampler,
  { settings: { seed, progress, summaries } }: PreparedCohort,
  index: number,
): Chain {
  const { nWarmup, nDraws } = sampler;
  return sampleChain(target, seed, index, {
    nWarmup,
    nDraws,
    targetAcceptance: acceptanceOf(sampler, summaries),
    progress: (done, total) => progress(`chain ${index + 1}`, done, total),
  });
}

/**
 * Draws one chain of a cohort's full posterior: a pure function of the data, the options and the index, so that chains may be
 * drawn on as many workers as there are, and handed to `fitCohort` by `hamiltonian({ drawn })`.
 *
 * @param options Those of `fitCohort`, with `hamiltonian()` as the approximation.
 * @param index Of the chain, from 0.
 * @throws {RangeError} when the approximation draws no chains, or the index is not one of its chains; else as `fitCohort`.
 * @see `hamiltonian` for the method.
 * @example
 * const sampler = hamiltonian({ chains: 1, warmup: 100, draws: 50 });
 * const patients = readPatients("patient,day,score,dose_g_per_kg\na,0,9,2\na,14,3,\na,90,6,\nb,0,8,2\nb,20,4,\nb,100,7,");
 * drawCohortChain(patients, { approximation: sampler }, 0).nDraws; // 50
 */
export function drawCohortChain(
  patients: readonly Patient[],
  options: FitCohortOptions,
  index: number,
): Chain {
  const cohort = prepareCohort(patients, options);
  const { approximation } = cohort.settings;
  if (!isSampler(approximation))
    throw new RangeError(
      `drawCohortChain needs an approximation that draws chains, got "${approximation.name}"`,
    );
  if (!(Number.isInteger(index) && index >= 0 && index < approximation.nChains))
    throw new RangeError(
      `drawCohortChain needs an index from 0 to ${approximation.nChains - 1}, got ${index}`,
    );
  return chainOf(targetOf(cohort), approximation, cohort, index);
}
