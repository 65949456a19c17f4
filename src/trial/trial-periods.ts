import { studentT } from "../math/distributions/student-t.ts";
import type { Trial, TrialScore } from "../schema/trial.ts";
import type { TrialPeriod } from "../schema/trial-result.ts";
import type { TrialDesign } from "./trial-design.ts";

/** Ends of the t interval of the mean; null below two different scores. */
function meanLimits(scores: readonly number[], mean: number, level: number): [number, number] | null {
  const n = scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  if (n < 2 || !(squares > 0)) return null;
  const half = studentT.quantile(0.5 + 0.5 * level, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return [mean - half, mean + half];
}

function periodOf(period: number, own: readonly TrialScore[], level: number): TrialPeriod {
  const scores = own.map(({ score }) => score);
  const mean = scores.reduce((sum, score) => sum + score / scores.length, 0);
  const limits = meanLimits(scores, mean, level);
  const { treatment, block } = own[0]!;
  return {
    period,
    block,
    treatment,
    firstDay: own[0]!.day,
    lastDay: own.at(-1)!.day,
    nScores: scores.length,
    mean,
    lower: limits?.[0] ?? null,
    upper: limits?.[1] ?? null,
  };
}

/** Whether scores that follow each other are of the same period. */
type Together = (score: TrialScore, before: TrialScore) => boolean;

const samePeriod: Together = (score, before) => score.period === before.period;
const sameTreatment: Together = (score, before) => score.treatment === before.treatment;

/** Where single scores are assigned, or are all that there is, a period is a run of one treatment: a phase. */
function togetherIn({ scores }: Trial, design: TrialDesign | null): Together {
  if (design) return design.unit === "score" ? sameTreatment : samePeriod;
  const periods = new Set(scores.map(({ period }) => period));
  return periods.size === scores.length ? sameTreatment : samePeriod;
}

/**
 * Gathers the scores of each period; in a phase design, of each phase.
 *
 * @param design null where the treatments were not assigned by a design that is known.
 * @param level Two-sided level of the means' t intervals, in (0, 1).
 * @returns In the order of time, numbered as in the trial, or from 1 where they are phases.
 */
export function trialPeriods(trial: Trial, design: TrialDesign | null, level: number): TrialPeriod[] {
  const together = togetherIn(trial, design);
  const gathered: TrialScore[][] = [];
  for (const score of trial.scores) {
    const last = gathered.at(-1);
    if (last && together(score, last.at(-1)!)) last.push(score);
    else gathered.push([score]);
  }
  return gathered.map((own, i) => periodOf(together === samePeriod ? own[0]!.period : i + 1, own, level));
}
