import type { FitCohortOptions } from "../../cohort/index.ts";
import { profile, wald } from "../../inference/index.ts";
import { type PriorSet, responseModels } from "../../response/index.ts";
import type { CohortSummary } from "../../schema/cohort-summary.ts";
import { chartFlagProblems } from "../pool-pictures.ts";
import { cohortApproximations } from "./cohort-approximations.ts";
import type { CohortFlags } from "./cohort-flags.ts";
import { cohortPictures } from "./cohort-writer.ts";

/** Options without meaning beside others. */
export function cohortFlagProblems(flags: CohortFlags): string[] {
  const { approximation, chains, draws, warmup, acceptance } = flags;
  const { interval, summary, summaryDays, summaryUnit, chart } = flags;
  const problems = chartFlagProblems(flags);
  const isDrawn = cohortApproximations.find(({ name }) => name === approximation)!.draws;
  for (const [flag, value] of Object.entries({
    "--chains": chains,
    "--draws": draws,
    "--warmup": warmup,
    "--acceptance": acceptance,
  }))
    if (value !== undefined && !isDrawn) problems.push(`${flag}: needs --approximation posterior`);
  if (isDrawn && interval !== undefined)
    problems.push("--interval: the posterior's draws give the limits, leave the option out");
  for (const [flag, value] of Object.entries({
    "--summary-days": summaryDays,
    "--summary-unit": summaryUnit,
  }))
    if (value !== undefined && summary === undefined) problems.push(`${flag}: needs --summary`);
  const known = cohortPictures.map(({ name }) => name);
  if (chart !== undefined && !known.includes(chart))
    problems.push(`--chart ${chart}: one of ${known.join(", ")} is needed`);
  return problems;
}

/** Names beside each other that are not those of a source or a patient. */
export function overlapProblems(
  { sharePatients = [] }: CohortFlags,
  summaries: readonly CohortSummary[],
  patients: readonly { patient: string }[],
): string[] {
  const sources = summaries.map(({ source }) => source);
  const known = [...sources, ...patients.map(({ patient }) => patient)];
  return sharePatients.flatMap(([a, b]) => {
    const unknown = [a, b].filter((name) => !known.includes(name));
    if (unknown.length > 0)
      return [
        `--share-patients ${a}=${b}: sources and patients are ${known.join(", ")}; got ${unknown.join(", ")}`,
      ];
    return [a, b].some((name) => sources.includes(name))
      ? []
      : [`--share-patients ${a}=${b}: one of them must be the source of a --summary`];
  });
}

/** The options of `fitCohort` that the flags mean, once the priors are read. */
export function cohortOptions(
  flags: CohortFlags,
  summaries: readonly CohortSummary[],
  priors: PriorSet,
): FitCohortOptions {
  const { chains, draws, warmup, acceptance, interval, spreadScale } = flags;
  const choice = cohortApproximations.find(({ name }) => name === flags.approximation)!;
  return {
    model: responseModels.find(({ name }) => name === flags.model)!,
    approximation: choice.of({
      ...(chains !== undefined && { chains }),
      ...(draws !== undefined && { draws }),
      ...(warmup !== undefined && { warmup }),
      ...(acceptance !== undefined && { targetAcceptance: acceptance }),
    }),
    ...(interval !== undefined && { interval: interval === "wald" ? wald : profile }),
    priors,
    ...(spreadScale && { spreadScales: spreadScale }),
    relapseAt: flags.relapseAt,
    horizon: flags.horizon,
    level: flags.level,
    seed: flags.seed,
    summaries,
    overlaps: flags.overlaps,
  };
}
