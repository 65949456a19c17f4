import type { Estimate } from "../schema/estimate.ts";
import type { Trial } from "../schema/trial.ts";
import { effectRow } from "./effect-estimate.ts";
import type { TrialStatistic } from "./statistics/trial-statistic.ts";

/** The statistic of one patient's scores; null where it does not exist. */
function statisticOf(
  { scores }: Trial,
  { treatment, reference, statistic }: { treatment: string; reference: string; statistic: TrialStatistic },
): number | null {
  const hasDays = scores.every(({ day }) => day !== null);
  const assignment = Uint8Array.from(scores, (score) =>
    score.treatment === treatment ? 1 : score.treatment === reference ? 0 : 2,
  );
  const value = statistic.prepare({
    scores: Float64Array.from(scores, ({ score }) => score),
    times: Float64Array.from(scores, ({ day }, i) => (hasDays ? day! : i)),
    unitOf: Int32Array.from(scores, (_, i) => i),
    firstUnit: 0,
    endUnit: scores.length,
    treatment: 1,
    reference: 0,
  })(assignment);
  return Number.isFinite(value) ? value : null;
}

/**
 * The effect without an interval, where there is no test to invert: a difference where the statistic is one, else the
 * statistic itself.
 */
export function untestedEffect(
  trial: Trial,
  asked: { treatment: string; reference: string; statistic: TrialStatistic; level: number },
): Estimate {
  const { statistic, level } = asked;
  const value = statisticOf(trial, asked);
  if (statistic.shift?.isTranslation && statistic.linear) {
    const compared = { ...asked, treatmentNumber: 1, referenceNumber: 0 };
    return effectRow(statistic.shift, compared, level, value, { lower: null, upper: null }, "none");
  }
  return {
    parameter: statistic.name,
    label: `${statistic.label}, ${asked.treatment} and ${asked.reference}`,
    unit: statistic.unit,
    estimate: value,
    standardError: null,
    lower: null,
    upper: null,
    level,
    method: "none",
    bound: "open",
  };
}
