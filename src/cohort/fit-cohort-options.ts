import type { IntervalMethod } from "../inference/interval-method.ts";
import { iteratedLaplace } from "../inference/nonlinear-mixed-model/iterated-laplace.ts";
import { profile } from "../inference/profile/profile.ts";
import { wald } from "../inference/wald.ts";
import { plateau } from "../response/models/plateau.ts";
import { informedPriors, type PriorSet } from "../response/priors.ts";
import type { ResponseModel } from "../response/response-model.ts";
import type { CohortSummary } from "../schema/cohort-summary.ts";
import type { Json } from "../schema/provenance.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import { type CohortApproximation, describeApproximation } from "./cohort-approximation.ts";
import type { CohortProgress } from "./cohort-progress.ts";

/** Options of `fitCohort`. */
export interface FitCohortOptions {
  /** Relief curve; default `plateau`. */
  model?: ResponseModel;
  /** How the patients' own values are integrated out, or all are drawn together by `hamiltonian`; default `iteratedLaplace`. */
  approximation?: CohortApproximation;
  /** Interval method for the typical patient, unless draws give the limits; default `profile`. */
  interval?: IntervalMethod;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Set of priors, all proper; default `informedPriors`. */
  priors?: PriorSet;
  /**
   * Scales of the half-normal priors on the standard deviations between patients, by the name of the parameter and on its
   * working scale; default 1 on a logit and 0.5 on a log scale.
   */
  spreadScales?: Readonly<Record<string, number>>;
  /** What counts as a relapse; default relief below 30 %. */
  relapseAt?: RelapseRule;
  /** Days over which relief-days are counted; default 180. */
  horizon?: number;
  /** What papers say of further patients whose scores they do not give; default none. */
  summaries?: readonly CohortSummary[];
  /** What happens to sources that are declared to share patients: refused together, or let through with a warning; default `refuse`. */
  overlaps?: "refuse" | "warn";
  /** Seed of the next patient's draws and of the points for summaries; default 1. */
  seed?: number;
  /** Called with how far the work is; changes nothing in the result. Default none. */
  progress?: CohortProgress;
}

/** A bootstrap of patients and a posterior of the whole cohort are other analyses. */
const usable: readonly IntervalMethod[] = [profile, wald];

/** The options after defaults. */
export type CohortSettings = Required<FitCohortOptions>;

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function cohortSettings(options: FitCohortOptions): CohortSettings {
  const settings: CohortSettings = {
    model: plateau,
    approximation: iteratedLaplace,
    interval: profile,
    level: 0.95,
    priors: informedPriors,
    spreadScales: {},
    relapseAt: { relief: 0.3 },
    horizon: 180,
    summaries: [],
    overlaps: "refuse",
    seed: 1,
    progress: () => {},
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
  const { model, priors, spreadScales, level, interval } = settings;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (!usable.includes(interval))
    throw new RangeError(`interval must be profile or wald for a cohort, got "${interval.name}"`);
  const flat = [priors.baseline, priors.residualSd, ...Object.values(priors.parameters)].some(
    ({ sd }) => sd === null || !(sd < Infinity),
  );
  if (flat)
    throw new RangeError(
      `priors must be proper on every parameter for a cohort, got the set "${priors.name}"`,
    );
  if (!model.parameters.some(({ perCourse }) => perCourse))
    throw new RangeError(`model must have a parameter that varies between patients, got "${model.name}"`);
  for (const [name, scale] of Object.entries(spreadScales)) {
    if (!model.parameters.some((parameter) => parameter.perCourse && parameter.name === name))
      throw new RangeError(`spreadScales must name parameters that vary between patients, got "${name}"`);
    if (!(scale > 0 && scale < Infinity))
      throw new RangeError(`spreadScales must be positive numbers, got ${scale} for "${name}"`);
  }
  return settings;
}

/** The options by name, from which anyone can compute the result again. */
export function optionsAsJson(settings: CohortSettings): { [name: string]: Json } {
  const { model, approximation, interval, priors, spreadScales, relapseAt, level, horizon } = settings;
  const { summaries, overlaps, seed } = settings;
  return {
    model: model.name,
    ...describeApproximation(approximation, summaries),
    interval: interval.name,
    level,
    priors: priors.name,
    spreadScales: { ...spreadScales },
    relapseAt: { ...relapseAt },
    horizon,
    summaries: summaries.map((summary) => JSON.parse(JSON.stringify(summary)) as Json),
    overlaps,
    seed,
  };
}
