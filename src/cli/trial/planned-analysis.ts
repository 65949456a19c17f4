import type { Warning } from "../../schema/provenance.ts";
import type { Trial } from "../../schema/trial.ts";
import {
  type AnalyzeTrialOptions,
  type TrialDesign,
  type TrialDesignMethod,
  trialDesigns,
  trialShifts,
  trialStatistics,
} from "../../trial/index.ts";
import { UsageError } from "../report-error.ts";
import { defaultReference } from "./default-reference.ts";
import { designWith, givenSettings, settingProblems } from "./design-settings.ts";
import { planDeviations } from "./plan-deviations.ts";
import type { CheckedPlan } from "./plan-file.ts";
import { NO_DESIGN, type TrialFlags } from "./trial-flags.ts";

/** What a plan and the flags together ask for. */
export interface AskedAnalysis {
  flags: TrialFlags;
  /** null for `none`. */
  method: TrialDesignMethod | null;
  /** null where nothing was planned. */
  plan: CheckedPlan | null;
  deviations: string[];
}

function deviationsOf(
  flags: TrialFlags,
  given: (name: string) => boolean,
  plan: CheckedPlan | null,
): string[] {
  if (plan === null) return [];
  const { design, statistic, treatment, reference, sides, level, improvement, threshold } = flags;
  return planDeviations(plan.plan, {
    ...(design !== undefined && { design }),
    ...(statistic !== undefined && { statistic }),
    ...(treatment !== undefined && { treatment }),
    ...(reference !== undefined && { reference }),
    ...(sides !== undefined && { sides: Number(sides) as 1 | 2 }),
    ...(given("level") && { level }),
    ...(improvement !== undefined && { improvement }),
    ...(threshold !== undefined && { threshold }),
    settings: givenSettings(flags),
  });
}

function deviationProblems(
  { deviation }: TrialFlags,
  deviations: readonly string[],
  isPlanned: boolean,
): string[] {
  if (deviation !== undefined && !isPlanned) return ["--deviation: has no meaning without --plan"];
  if (deviation !== undefined || deviations.length === 0) return [];
  return [
    ...deviations.map((one) => `--plan: ${one}`),
    "an analysis that departs from its plan needs --deviation and a reason, which is reported with the result",
  ];
}

/** Flags after a plan's own, where the command line says nothing. */
function withPlan(flags: TrialFlags, given: (name: string) => boolean, plan: CheckedPlan | null): TrialFlags {
  if (plan === null) return flags;
  const { design, statistic, treatment, reference, sides, level, improvement, threshold, settings } =
    plan.plan;
  return {
    ...flags,
    design: flags.design ?? design,
    statistic: flags.statistic ?? statistic,
    treatment: flags.treatment ?? treatment,
    reference: flags.reference ?? reference,
    sides: flags.sides ?? (String(sides) as "1" | "2"),
    level: given("level") ? flags.level : level,
    improvement: flags.improvement ?? improvement,
    treatments: flags.treatments ?? (settings.treatments as string[]),
    ...(flags.threshold === undefined && threshold !== null && { threshold }),
  };
}

/**
 * Brings a plan and the flags together.
 *
 * An analysis that departs from its plan is refused unless a reason is given, for else nobody would see which of the two was
 * decided before unblinding; with a reason it is done, and reported.
 *
 * @param given Whether an option stands on the command line.
 * @throws {UsageError} with every problem.
 */
export function askedAnalysis(
  own: TrialFlags,
  given: (name: string) => boolean,
  plan: CheckedPlan | null,
): AskedAnalysis {
  const deviations = deviationsOf(own, given, plan);
  const flags = withPlan(own, given, plan);
  const method = trialDesigns.find(({ name }) => name === flags.design) ?? null;
  const missing = [
    ...(flags.design === undefined
      ? [`--design is needed: how treatments were assigned, or ${NO_DESIGN} where it was not at random`]
      : []),
    ...(flags.improvement === undefined
      ? ["--improvement is needed: decrease or increase, which way scores move when the patient is better"]
      : []),
    ...(flags.planSha256 !== undefined && plan === null
      ? ["--plan-sha256: has no meaning without --plan"]
      : []),
  ];
  const settings = givenSettings(flags);
  const problems = [
    ...missing,
    ...(flags.design === undefined ? [] : settingProblems(method, settings)),
    ...deviationProblems(flags, deviations, plan !== null),
  ];
  if (problems.length > 0) throw new UsageError(problems.join("\nnof1: "));
  return { flags, method, plan, deviations };
}

/** The planned design where it is the one analysed, with what was given beside it. */
function designFor({ method, plan, flags }: AskedAnalysis): TrialDesign | TrialDesignMethod | null {
  if (method === null || plan === null || plan.plan.design !== method.name) return method;
  return designWith(method, { ...plan.plan.settings, ...givenSettings(flags) });
}

/** The options of the analysis of some trials. */
export function analysisOptions(asked: AskedAnalysis, trials: readonly Trial[]): AnalyzeTrialOptions {
  const { flags } = asked;
  const seen = [...new Set(trials.flatMap(({ treatments }) => treatments))];
  const statistic = trialStatistics.find(({ name }) => name === flags.statistic) ?? trialStatistics[0]!;
  const shift = trialShifts.find(({ name }) => name === flags.shift);
  const { improvement, treatment, treatments, threshold, effectSize, model, level, draws, seed } = flags;
  return {
    improvement: improvement!,
    design: designFor(asked),
    settings: { ...givenSettings(flags), ...(treatments && { treatments }) },
    statistic,
    reference: flags.reference ?? treatments?.[0] ?? defaultReference(seen.filter((n) => n !== treatment)),
    sides: flags.sides === "1" ? 1 : 2,
    level,
    nDraws: draws,
    seed,
    ...(shift && { shift }),
    ...(treatment !== undefined && { treatment }),
    ...(threshold !== undefined && { threshold }),
    ...(effectSize && { effectSizes: effectSize }),
    ...(model && { models: model }),
  };
}

/** What is said of an analysis that departs from its plan. */
export function deviationWarnings({ deviations, flags }: AskedAnalysis): Warning[] {
  return deviations.map((deviation) => ({
    code: "plan-deviation",
    message: `Not as planned: ${deviation}. Reason given: ${flags.deviation}.`,
  }));
}
