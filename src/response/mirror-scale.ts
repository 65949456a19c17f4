import type { Bound, Estimate } from "../schema/estimate.ts";
import type { Patient } from "../schema/patient.ts";
import type { Warning } from "../schema/provenance.ts";
import type { EventProbability, RelapseRule, ResponseResult } from "../schema/response-result.ts";
import type { Scale } from "../schema/scale.ts";
import type { ResponseSettings } from "./fit-response-options.ts";

/** Digits of a score that are kept; those beyond are rounding error. */
const DIGITS = 12;

/** A score seen from the other end of its scale, where the best is the lowest. */
function mirrorScore(score: number, { minimum, maximum }: Scale): number {
  return minimum + maximum - score;
}

function mirrorGiven(score: number, scale: Scale): number {
  return Number(mirrorScore(score, scale).toPrecision(DIGITS));
}

function mirrorRule(rule: RelapseRule, scale: Scale): RelapseRule {
  return "score" in rule ? { score: mirrorGiven(rule.score, scale) } : rule;
}

/**
 * The patient and the settings as a model sees them, for which a lower score is always the better one.
 *
 * @param given Scores as they were given.
 * @param asked Settings as they were asked for.
 * @returns Both with every score mirrored where higher ones are better; else both as they are.
 */
export function whereLowerIsBetter(
  given: Patient,
  asked: ResponseSettings,
): { patient: Patient; settings: ResponseSettings } {
  if (asked.improvement === "decrease") return { patient: given, settings: asked };
  const { scale } = given;
  const scores = given.scores.map((score) => ({
    ...score,
    lower: mirrorGiven(score.upper, scale),
    upper: mirrorGiven(score.lower, scale),
  }));
  return {
    patient: { ...given, scores },
    settings: { ...asked, relapseAt: mirrorRule(asked.relapseAt, scale) },
  };
}

interface Ends {
  lower: number | null;
  upper: number | null;
}

function mirrorEnds({ lower, upper }: Ends, scale: Scale): Ends {
  return {
    lower: upper === null ? null : mirrorScore(upper, scale),
    upper: lower === null ? null : mirrorScore(lower, scale),
  };
}

const MIRRORED_BOUNDS: Record<Bound, Bound> = {
  closed: "closed",
  open: "open",
  "open-lower": "open-upper",
  "open-upper": "open-lower",
};

/** Shares of the baseline, which are shares of the way from it to the best score. */
const RELIEFS: readonly string[] = ["relief", "meanRelief", "bestRelief"];

/** Scores among the estimates. */
const BASELINES: readonly string[] = ["baseline", "meanBaseline"];

/** Whether a working parameter is a score: `baseline`, or `mean baseline` and `baseline 1` onward. */
function isBaseline(parameter: string): boolean {
  return /^(?:mean )?baseline(?: \d+)?$/u.test(parameter);
}

/** A row on the given scale: only baselines are scores, all else are differences, shares and days. */
function mirrorEstimate(row: Estimate, scale: Scale): Estimate {
  if (RELIEFS.includes(row.parameter)) {
    return { ...row, label: `${row.label}, of the way from the baseline to ${scale.maximum}` };
  }
  if (!BASELINES.includes(row.parameter)) return row;
  const estimate = row.estimate === null ? null : mirrorScore(row.estimate, scale);
  return { ...row, estimate, ...mirrorEnds(row, scale), bound: MIRRORED_BOUNDS[row.bound] };
}

/** Labels speak of the given scale, and not of names that were made for pain. */
function mirrorLabel({ event, label }: EventProbability, { scale, relapseAt }: ResponseResult): string {
  if (event !== "neverReached") return label.replace(/ \((?:moderate|substantial)\)$/u, "");
  if ("score" in relapseAt) return `The score never rises above ${relapseAt.score}`;
  const share = `${Math.round(1000 * relapseAt.relief) / 10} %`;
  return `Relief never reaches ${share} of the way from the baseline to ${scale.maximum}`;
}

/** The working fit with baselines on the given scale: their values mirrored, their covariances with the other sign. */
function mirrorWorking(
  { parameters, mode, matrix }: ResponseResult["covariance"],
  scale: Scale,
): ResponseResult["covariance"] {
  const isScore = parameters.map(isBaseline);
  return {
    parameters,
    mode: mode.map((value, i) => (isScore[i] ? mirrorScore(value, scale) : value)),
    matrix:
      matrix?.map((row, i) => row.map((value, j) => (isScore[i] === isScore[j] ? value : -value))) ?? null,
  };
}

/**
 * The result on the given scale.
 *
 * Expected scores are then best + (B − best) Π (1 − r), best being the highest score where higher ones are better.
 *
 * @param result What was fitted where lower is better, but for the scores, the relapse rule and the options, which are as
 *   given.
 * @param improvement Which way scores go when it gets better.
 */
export function mirrorBack(result: ResponseResult, { improvement }: ResponseSettings): ResponseResult {
  if (improvement === "decrease") return result;
  const { scale } = result;
  const isScore = result.covariance.parameters.map(isBaseline);
  const rows = (estimates: readonly Estimate[]): Estimate[] =>
    estimates.map((row) => mirrorEstimate(row, scale));
  return {
    ...result,
    estimates: rows(result.estimates),
    sensitivity: result.sensitivity.map((analysis) => ({ ...analysis, estimates: rows(analysis.estimates) })),
    probabilities: result.probabilities.map((row) => ({ ...row, label: mirrorLabel(row, result) })),
    fitted: result.fitted.map(({ time, value, ...ends }) => ({
      time,
      value: mirrorScore(value, scale),
      ...mirrorEnds(ends, scale),
    })),
    observations: result.observations.map((observation) => ({
      ...observation,
      lower: observation.upper === null ? null : mirrorGiven(observation.upper, scale),
      upper: observation.lower === null ? null : mirrorGiven(observation.lower, scale),
    })),
    priors: {
      ...result.priors,
      parameters: result.priors.parameters.map((prior) =>
        isBaseline(prior.parameter) && prior.around === null
          ? { ...prior, mean: mirrorScore(prior.mean, scale) }
          : prior,
      ),
    },
    covariance: mirrorWorking(result.covariance, scale),
    draws:
      result.draws?.map((draw) => draw.map((value, i) => (isScore[i] ? mirrorScore(value, scale) : value))) ??
      null,
  };
}

/** What relief means where higher scores are better. */
export function directionWarnings(
  { scale }: Patient,
  { improvement, relapseAt }: ResponseSettings,
): Warning[] {
  if (improvement === "decrease") return [];
  const relapse = "score" in relapseAt ? ` Relapse means a score of ${relapseAt.score} or less.` : "";
  return [
    {
      code: "higher-is-better",
      message: `Higher scores are better here: relief is the share of the way from the baseline to the best score of the scale, ${scale.maximum}.${relapse}`,
    },
  ];
}
