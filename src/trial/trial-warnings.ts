import { kendallTest } from "../math/ranks/kendall-test.ts";
import type { Warning } from "../schema/provenance.ts";
import type { RandomizationResult } from "../schema/randomization-result.ts";
import { expectedLagOne, lagOneAutocorrelation } from "./lag-one-autocorrelation.ts";
import type { ObservedPart, ObservedTrial } from "./observed-trial.ts";
import type { TrialDesign } from "./trial-design.ts";

/** A baseline whose Kendall p-value is at most this is said to have a trend. */
const TREND = 0.1;

function percent(level: number): string {
  return `${Number((100 * level).toPrecision(4))} %`;
}

/** Scores less the mean of their treatment. */
function residuals({ scores, unitOf }: ObservedPart, assignment: Uint8Array): Float64Array {
  const sums: number[] = [];
  const counts: number[] = [];
  const treatments = Array.from(unitOf, (unit) => assignment[unit]!);
  treatments.forEach((treatment, i) => {
    sums[treatment] = (sums[treatment] ?? 0) + scores[i]!;
    counts[treatment] = (counts[treatment] ?? 0) + 1;
  });
  return scores.map((score, i) => score - sums[treatments[i]!]! / counts[treatments[i]!]!);
}

/** Lag-1 autocorrelation of each patient's scores about their treatments' means. */
export function trialAutocorrelations({
  patients,
  assignment,
  parts,
}: ObservedTrial): RandomizationResult["autocorrelations"] {
  return parts.map((part, p) => ({
    patient: patients[p]!,
    nScores: part.scores.length,
    lagOne: lagOneAutocorrelation(residuals(part, assignment)),
  }));
}

/** In designs with a fixed order, what follows time can pass for an effect. */
function fixedOrderWarnings(rows: RandomizationResult["autocorrelations"]): Warning[] {
  const found = rows.map(({ patient, nScores, lagOne }) =>
    lagOne === null ? `not known in ${patient}` : `${lagOne.toFixed(2)} in ${patient} (${nScores} scores)`,
  );
  const n = Math.min(...rows.map(({ nScores }) => nScores));
  const shown = expectedLagOne(0.6, n);
  return [
    {
      code: "phases-in-fixed-order",
      message: `The treatments follow each other in a fixed order, so that a drift in time, or scores that resemble their neighbours, can pass for an effect; only the random change of phase guards against it. Lag-1 autocorrelation: ${found.join(", ")}. Such estimates are too low in short series: with ${n} scores a true 0.6 shows on average as about ${shown.toFixed(2)}.`,
    },
  ];
}

/** Patients whose scores move before the treatment starts. */
function trendWarnings({ patients, assignment, parts }: ObservedTrial): Warning[] {
  return parts.flatMap(({ scores, times, unitOf }, p): Warning[] => {
    const changed = Array.from(unitOf).findIndex((unit) => assignment[unit] !== assignment[unitOf[0]!]);
    const n = changed < 0 ? scores.length : changed;
    if (n < 4) return [];
    const { tauB, pValue } = kendallTest(times.subarray(0, n), scores.subarray(0, n));
    if (pValue === null || tauB === null || pValue > TREND) return [];
    const way = tauB > 0 ? "rise" : "fall";
    return [
      {
        code: "baseline-trend",
        message: `The ${n} scores of ${patients[p]} before the first change ${way} (Kendall's τ ${tauB.toFixed(2)}, p ${pValue.toPrecision(2)}): a difference of means takes a trend that goes on for an effect.`,
      },
    ];
  });
}

/** A level that no p-value can reach. */
export function levelWarnings(smallest: number, level: number, isPlanned: boolean): Warning[] {
  const alpha = 1 - level;
  if (smallest <= alpha * (1 + 1e-9)) return [];
  const when = isPlanned ? "can be found" : "could have been found";
  return [
    {
      code: "level-unattainable",
      message: `There are so few possible assignments that no p-value below ${smallest.toPrecision(3)} is possible: whatever the scores, nothing ${when} at the level of ${percent(alpha)}.`,
    },
  ];
}

/** What a randomization test must say about its design. */
export function designWarnings(
  design: TrialDesign,
  observed: ObservedTrial,
  autocorrelations: RandomizationResult["autocorrelations"],
): Warning[] {
  if (!design.hasFixedOrder) return [];
  return [...fixedOrderWarnings(autocorrelations), ...trendWarnings(observed)];
}
