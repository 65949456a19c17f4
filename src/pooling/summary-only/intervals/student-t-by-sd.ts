import { feasibleRange } from "./feasible-range.ts";
import { hasBounds } from "./known-bounds.ts";
import { impossibleSpread, isPossibleSpread, likelyCenter } from "./known-spread.ts";
import { meanInterval } from "./mean-interval.ts";
import {
  type SummaryEvidence,
  type SummaryInterval,
  type SummaryLimits,
  withoutLimits,
} from "./summary-interval.ts";
import { beyondBounds, tLimits, withWarnings } from "./t-limits.ts";

const LABEL = "Student's t by assumed SD";
/** Assumed spreads, as shares of the way from bound to bound. */
const SHARES = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

function shown(value: number): number {
  return Number(value.toPrecision(4));
}

/** The least and the greatest possible spread, where there are any, and what each is called. */
function ends({ feasible }: SummaryEvidence): [number, string][] {
  const { lower, upper } = feasibleRange(feasible, "sd");
  if (lower !== null && upper !== null && upper > 0 && upper - lower <= 1e-9 * upper)
    return [[upper, `SD ${shown(upper)}, the only one possible`]];
  return [
    ...(lower !== null && lower > 0
      ? [[lower, `SD ${shown(lower)}, the least possible`] as [number, string]]
      : []),
    ...(upper !== null && upper > 0
      ? [[upper, `SD ${shown(upper)}, the greatest possible`] as [number, string]]
      : []),
  ];
}

/** The spreads to try: those asked for, else what is possible of a twentieth to six twentieths of the bounds; then the ends. */
function trials(evidence: SummaryEvidence): [number, string][] {
  const { report, assumedSds } = evidence;
  const usual = hasBounds(report) ? SHARES.map((share) => share * (report.upper - report.lower)) : [];
  const tried = assumedSds ?? usual.filter((sd) => isPossibleSpread(evidence, sd));
  return [...tried.map((sd): [number, string] => [sd, `SD ${shown(sd)}`]), ...ends(evidence)];
}

function trialRow(evidence: SummaryEvidence, level: number, [sd, given]: [number, string]): SummaryLimits {
  const { report } = evidence;
  const center = likelyCenter(report)!;
  if (!isPossibleSpread(evidence, sd)) return { ...impossibleSpread(LABEL, evidence, sd, center), given };
  const middle = report.mean === undefined ? "mean at the middle of the range; " : "";
  const limits = {
    estimate: center,
    ...tLimits(report.n, center, sd, 1 / report.n, level),
    given: middle + given,
  };
  return withWarnings(limits, beyondBounds(LABEL, report, limits));
}

/**
 * Student's t for the mean, once for each assumed standard deviation: how far the answer hangs on what isn't reported.
 *
 * @see Student (1908), Biometrika 6:1–25. doi:10.1093/biomet/6.1.1
 * @example
 * studentTBySd.layer; // "weak"
 */
export const studentTBySd: SummaryInterval = meanInterval({
  name: "student-t-by-sd",
  label: LABEL,
  reference: "Student (1908), Biometrika 6:1–25",
  layer: "weak",
  assumes: "Patients independent of each other, their mean near enough to normal, and the SD of the row",
  keepsBounds: false,
  quick: true,
  applies: (evidence) =>
    evidence.report.sd === undefined && likelyCenter(evidence.report) !== null && trials(evidence).length > 0,
  limits: (evidence, level) => {
    if (evidence.report.n < 2)
      return [
        withoutLimits(
          "too-few-patients",
          `${LABEL} needs at least 2 patients, got 1`,
          likelyCenter(evidence.report),
        ),
      ];
    return trials(evidence).map((trial) => trialRow(evidence, level, trial));
  },
});
