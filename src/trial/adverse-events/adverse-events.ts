import { EstimationError } from "../../errors.ts";
import type { AdverseEventsResult, PeriodEvents } from "../../schema/adverse-events.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { Trial } from "../../schema/trial.ts";
import { version } from "../../version.ts";
import { comparedTreatments } from "../compared-treatments.ts";
import { estimateRow } from "../models/effect-rows.ts";
import { periodEvents } from "./period-events.ts";
import { poissonRate } from "./poisson-rate.ts";
import { type CountedEvents, rateRatio } from "./rate-ratio.ts";

/** Options of `adverseEvents`. */
export interface AdverseEventsOptions {
  /** Default: the trial's first treatment after the reference. */
  treatment?: string;
  /** Default: the trial's first treatment. */
  reference?: string;
  /** Days of each period; rates are then per day, else per period. */
  periodDays?: number;
  /** In (0, 1); default 0.95. */
  level?: number;
}

function totalOf(periods: readonly PeriodEvents[], treatment: string, length: number): CountedEvents {
  const counts = periods.flatMap(({ treatment: own, nEvents }) => (own === treatment ? (nEvents ?? []) : []));
  if (counts.length === 0) {
    const message = `Cannot compare adverse events: needs a period with a count under ${treatment}, got none`;
    throw new EstimationError("too-few-observations", message);
  }
  return { nEvents: counts.reduce((sum, count) => sum + count, 0), exposure: counts.length * length };
}

function rateRow(
  treatment: string,
  { nEvents, exposure }: CountedEvents,
  unit: string,
  level: number,
): Estimate {
  const { rate, lower, upper } = poissonRate(nEvents, exposure, level);
  return estimateRow({
    parameter: "rate",
    label: `Adverse events under ${treatment}`,
    unit: `per ${unit}`,
    estimate: rate,
    standardError: null,
    lower,
    upper,
    level,
    method: "exact Poisson",
  });
}

function ratioRow(
  compared: { treatment: string; reference: string },
  found: ReturnType<typeof rateRatio>,
  level: number,
): Estimate {
  return estimateRow({
    parameter: "rateRatio",
    label: `Ratio of the rates, ${compared.treatment} to ${compared.reference}`,
    unit: "ratio",
    estimate: found?.ratio ?? null,
    standardError: null,
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
    level,
    method: "exact conditional",
  });
}

function warningsOf(periods: readonly PeriodEvents[], hasEvents: boolean): Warning[] {
  const untold = periods.filter(({ nEvents }) => nEvents === null).map(({ period }) => period);
  return [
    {
      code: "events-taken-as-independent",
      message:
        "The limits take each event as independent of the others: events that come in clusters are less certain than they look.",
    },
    ...(untold.length === 0
      ? []
      : [
          {
            code: "events-not-told",
            message: `No adverse events are told of period ${untold.join(", ")}, not even 0: left out of the rates.`,
          },
        ]),
    ...(hasEvents
      ? []
      : [
          {
            code: "no-events",
            message: "There was no adverse event at all, which tells nothing of the ratio of the rates.",
          },
        ]),
  ];
}

/**
 * Counts a trial's adverse events period by period, and compares their rates under two treatments, with exact limits.
 *
 * @param trial Its scores, or the missing ones, tell `adverseEvents`.
 * @throws {RangeError} when an option is out of range.
 * @throws {EstimationError} `too-few-observations` where no period under one of the treatments has a count.
 * @see Garwood (1936), Biometrika 28:437–442 (rates); Przyborowski & Wilenski (1940), Biometrika 31:313–323 (ratio).
 * @example
 * const [trial] = readTrials("treatment,score,adverse_events\nsaline,7,0\nIVIG,3,2\nIVIG,2,1\nsaline,6,0");
 * adverseEvents(trial).test.pValue; // 0.25
 */
export function adverseEvents(trial: Trial, options: AdverseEventsOptions = {}): AdverseEventsResult {
  const { level = 0.95, periodDays } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (periodDays !== undefined && !(periodDays > 0 && periodDays < Infinity))
    throw new RangeError(`periodDays must be a number above 0, got ${periodDays}`);
  const { treatment, reference } = comparedTreatments(trial.treatments, options);
  const compared = { treatment, reference };
  const rateUnit = periodDays === undefined ? "period" : "day";
  const length = periodDays ?? 1;
  const periods = periodEvents(trial, length, level);
  const [treated, control] = [totalOf(periods, treatment, length), totalOf(periods, reference, length)];
  const found = rateRatio(treated, control, level);
  return {
    kind: "adverse-events",
    schemaVersion: 1,
    patient: trial.patient,
    ...compared,
    rateUnit,
    periods,
    estimates: [
      rateRow(treatment, treated, rateUnit, level),
      rateRow(reference, control, rateUnit, level),
      ratioRow(compared, found, level),
    ],
    test: found && { events: treated.nEvents, referenceEvents: control.nEvents, pValue: found.pValue },
    warnings: warningsOf(periods, found !== null),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { ...compared, periodDays: periodDays ?? null, level },
    },
  };
}
