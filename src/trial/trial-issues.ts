import type { InputIssue } from "../errors.ts";
import type { Trial, TrialScore } from "../schema/trial.ts";

function at(patient: string, score: TrialScore, column: string, message: string): InputIssue {
  return { path: patient, ...(score.row !== undefined && { row: score.row }), column, message };
}

/** Treatments that are not the design's, and those with fewer than two scores in all patients together. */
export function treatmentIssues(treatments: readonly string[], trials: readonly Trial[]): InputIssue[] {
  const scores = trials.flatMap((trial) => trial.scores.map((score) => ({ patient: trial.patient, score })));
  const unknown = new Set<string>();
  const issues = scores.flatMap(({ patient, score }) => {
    if (treatments.includes(score.treatment) || unknown.has(score.treatment)) return [];
    unknown.add(score.treatment);
    const message = `treatment must be one of the design's (${treatments.join(", ")}), got ${score.treatment}`;
    return [at(patient, score, "treatment", message)];
  });
  for (const treatment of treatments) {
    const seen = scores.filter(({ score }) => score.treatment === treatment);
    if (seen.length >= 2) continue;
    const message = `each treatment needs at least 2 scores, got ${seen.length} of ${treatment}`;
    const first = seen[0];
    issues.push(
      first
        ? at(first.patient, first.score, "treatment", message)
        : { path: trials[0]?.patient ?? "trial", message },
    );
  }
  return issues;
}

/** Periods that come back, hold two treatments or lie in two blocks, and days that go backwards between periods. */
function orderIssues({ patient, scores }: Trial): InputIssue[] {
  const first = new Map<number, TrialScore>();
  let latest = Number.NEGATIVE_INFINITY;
  return scores.flatMap((score, i) => {
    const before = scores[i - 1];
    const own = first.get(score.period);
    if (!own) first.set(score.period, score);
    const issues: InputIssue[] = [];
    const isNew = before === undefined || before.period !== score.period;
    if (own && isNew) {
      const message = `periods must not overlap, got period ${score.period} again after period ${before!.period}`;
      issues.push(at(patient, score, "period", message));
    } else if (isNew && before && score.period < before.period) {
      issues.push(
        at(
          patient,
          score,
          "period",
          `periods must be in the order of time, got ${score.period} after ${before.period}`,
        ),
      );
    } else if (isNew && score.day !== null && score.day < latest) {
      const message = `periods must not overlap, got day ${score.day} in period ${score.period} after day ${latest} in an earlier one`;
      issues.push(at(patient, score, "day", message));
    }
    if (own && own.treatment !== score.treatment) {
      const message = `a period must have one treatment, got ${score.treatment} after ${own.treatment} in period ${score.period}`;
      issues.push(at(patient, score, "treatment", message));
    }
    if (score.day !== null) latest = Math.max(latest, score.day);
    return issues;
  });
}

/** Blocks that don't hold as many periods as the design's. */
function blockIssues({ patient, scores }: Trial, unitsPerBlock: number | null): InputIssue[] {
  if (unitsPerBlock === null) return [];
  return scores.flatMap((score, i) => {
    if (score.block === null || score.period === scores[i - 1]?.period) return [];
    const block = Math.floor((score.period - 1) / unitsPerBlock) + 1;
    if (score.block === block) return [];
    const message = `blocks must have ${unitsPerBlock} periods each, so that period ${score.period} is in block ${block}, got block ${score.block}`;
    return [at(patient, score, "block", message)];
  });
}

/**
 * What is wrong with a patient's periods and blocks.
 *
 * @param unitsPerBlock Periods in each block of the design; null where it has none.
 */
export function periodIssues(trial: Trial, unitsPerBlock: number | null): InputIssue[] {
  return [...orderIssues(trial), ...blockIssues(trial, unitsPerBlock)];
}

/** Scores that stand before those of an earlier day. */
export function dayIssues({ patient, scores }: Trial): InputIssue[] {
  return scores.flatMap((score, i) => {
    const before = scores[i - 1]?.day ?? null;
    if (score.day === null || before === null || score.day >= before) return [];
    const message = `scores must be in the order of time, got day ${score.day} after day ${before}`;
    return [at(patient, score, "day", message)];
  });
}
