import { EstimationError, InputError } from "../../errors.ts";
import type { Trial } from "../../schema/trial.ts";
import type { PowerAnalysis, PowerAnswer, PowerSettings } from "./power-analysis.ts";
import { runningMean } from "./running-mean.ts";
import { type SimulatedShare, simulatedShare } from "./wilson-limits.ts";

/** What one analysis found over the replicates of one scenario. */
export interface TallyResult {
  rejected: SimulatedShare;
  width: number | null;
  widthStandardError: number | null;
  closed: number;
  coverage: SimulatedShare | null;
  estimate: number | null;
  nWithoutAnswer: number;
}

/** Counts what an analysis says of simulated trials. */
export interface AnalysisTally {
  analysis: PowerAnalysis;
  count(trials: readonly Trial[], settings: PowerSettings): void;
  result(): TallyResult;
}

/** The answer, or null where there is none. */
function answerOf(
  analysis: PowerAnalysis,
  trials: readonly Trial[],
  settings: PowerSettings,
): PowerAnswer | null {
  try {
    return analysis.analyze(trials, settings);
  } catch (error) {
    if (error instanceof EstimationError || error instanceof InputError) return null;
    throw error;
  }
}

const holds = ({ lower, upper }: PowerAnswer, value: number): boolean =>
  (lower === null || lower <= value) && (upper === null || upper >= value);

/**
 * Opens a tally of one analysis.
 *
 * @param difference The true difference between the treatments, in score points.
 */
export function analysisTally(analysis: PowerAnalysis, difference: number): AnalysisTally {
  const widths = runningMean();
  const estimates = runningMean();
  const counts = { all: 0, rejected: 0, closed: 0, onScale: 0, covered: 0, none: 0 };
  return {
    analysis,
    count(trials, settings) {
      counts.all++;
      const answer = answerOf(analysis, trials, settings);
      if (answer === null) {
        counts.none++;
        return;
      }
      const { rejects, estimate, lower, upper, unit } = answer;
      if (rejects) counts.rejected++;
      if (estimate !== null) estimates.add(estimate);
      if (lower !== null && upper !== null) {
        counts.closed++;
        widths.add(upper - lower);
      }
      if (unit !== "score") return;
      counts.onScale++;
      if (holds(answer, difference)) counts.covered++;
    },
    result: () => ({
      rejected: simulatedShare(counts.rejected, counts.all),
      width: widths.mean(),
      widthStandardError: widths.standardError(),
      closed: counts.closed / counts.all,
      coverage: counts.onScale === 0 ? null : simulatedShare(counts.covered, counts.onScale),
      estimate: estimates.mean(),
      nWithoutAnswer: counts.none,
    }),
  };
}
