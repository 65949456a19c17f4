import { EstimationError, InputError, type InputIssue } from "../../errors.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { Improvement } from "../../schema/scale.ts";

/** The scores of two phases in the order of time; null where a score is missing. */
export interface Phases {
  baseline: readonly (number | null)[];
  treatment: readonly (number | null)[];
}

/** One phase's scores without the missing ones, and when they were taken. */
export interface PhaseScores {
  scores: number[];
  /** Place in the phase, from 0; missing scores keep theirs. */
  indices: number[];
  /** Place in the whole series, from 1. */
  places: number[];
}

/** Two phases, checked. */
export interface CheckedPhases {
  baseline: PhaseScores;
  treatment: PhaseScores;
  /** 1 where higher scores are better, −1 where lower ones are. */
  sign: 1 | -1;
  /** Scores times the sign, so that higher is better. */
  better: { baseline: number[]; treatment: number[] };
  /** What was left out. */
  warnings: Warning[];
}

function scoresOf(values: readonly (number | null)[], before: number): PhaseScores {
  const known = values.flatMap((score, index) => (score === null ? [] : [{ score, index }]));
  return {
    scores: known.map(({ score }) => score),
    indices: known.map(({ index }) => index),
    places: known.map(({ index }) => before + index + 1),
  };
}

function issuesOf(path: string, values: readonly (number | null)[]): InputIssue[] {
  return values.flatMap((score, i) =>
    score === null || Number.isFinite(score)
      ? []
      : [
          {
            path: `${path}[${i}]`,
            message: `needs a finite number, or null for a missing score, got ${score}`,
          },
        ],
  );
}

function missing({ baseline, treatment }: Phases): Warning[] {
  const n = [...baseline, ...treatment].filter((score) => score === null).length;
  if (n === 0) return [];
  const message = `${n} missing ${n === 1 ? "score was" : "scores were"} left out; this is harmless only where scores are missing for reasons that have nothing to do with the pain`;
  return [{ code: "missing-scores", message }];
}

/**
 * Checks two phases, leaves out missing scores, and turns scores so that higher is better.
 *
 * @param label Name of the effect size, for messages.
 * @throws {InputError} when a score is not a finite number.
 * @throws {EstimationError} `too-few-observations` when a phase has no score.
 */
export function checkPhases(label: string, phases: Phases, improvement: Improvement): CheckedPhases {
  const issues = [...issuesOf("baseline", phases.baseline), ...issuesOf("treatment", phases.treatment)];
  if (issues.length > 0) throw new InputError(issues);
  const baseline = scoresOf(phases.baseline, 0);
  const treatment = scoresOf(phases.treatment, phases.baseline.length);
  for (const [name, { scores }] of Object.entries({ baseline, treatment })) {
    if (scores.length > 0) continue;
    const message = `Cannot compute "${label}": needs at least 1 score in the ${name} phase, got 0`;
    throw new EstimationError("too-few-observations", message);
  }
  const sign = improvement === "increase" ? 1 : -1;
  const turned = ({ scores }: PhaseScores): number[] => scores.map((score) => sign * score);
  const better = { baseline: turned(baseline), treatment: turned(treatment) };
  return { baseline, treatment, sign, better, warnings: missing(phases) };
}
