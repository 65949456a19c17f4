import { type NormalInterval, normalInterval } from "../../math/special/normal-interval.ts";
import { type ErrorTerm, roundedNormal } from "../../response/likelihood/score-errors.ts";
import { reliefGradient } from "../../response/quantities/relief-gradient.ts";
import type { ResponseModel } from "../../response/response-model.ts";
import { toNatural } from "../../response/working-parameters.ts";
import type { CohortSummary, ReportedRelief } from "../../schema/cohort-summary.ts";
import type { PopulationLayout } from "../population-layout.ts";
import { rangeProbability } from "./range-probability.ts";
import { durationCells, meanDays, printedMean } from "./summary-days.ts";

/** What is read of patients whose scores are not known. */
export interface UnobservedReading {
  layout: PopulationLayout;
  model: ResponseModel;
  /** Baseline above the floor that they are taken to have. */
  height: number;
  /** Relief below which a score shows a relapse. */
  threshold: number;
}

/** The patients behind one summary. */
export interface UnobservedPatients {
  /** Standard normal departures from the typical patient: of each patient in turn, of each parameter that varies. */
  nEffects: number;
  /**
   * −ln of the probability of what the paper says, given the patients.
   *
   * @param effects From `offset` on.
   * @param slopes The derivatives by the population's parameters are added to it, where it is given.
   * @param byEffects Filled with those by the effects from `offset` on, where it is given.
   */
  evaluate(
    theta: ArrayLike<number>,
    effects: ArrayLike<number>,
    offset: number,
    slopes?: Float64Array,
    byEffects?: Float64Array,
  ): number;
}

/** Reads the patients on some days: what their relief there says, and what it changes by. */
interface Reading {
  days: readonly number[];
  /** −ln probability; fills the derivatives by the relief of each patient on each day, n × days. */
  term(relief: Float64Array, sd: number, byRelief: Float64Array): { value: number; byLogSd: number };
}

/**
 * The mean relief over a span of days, each patient read from one score, printed in steps. Where patients weigh by scores that
 * are known only to vary, the weights are integrated out: q/n² Σ (rᵢ − r̄)² is what they add to the variance.
 */
function meanReading(n: number, meanRelief: ReportedRelief): Reading {
  const days = meanDays(meanRelief);
  const printed = printedMean(meanRelief);
  const term: ErrorTerm = { logDensity: 0, byMean: 0, byLogSd: 0 };
  const share = 1 / (n * days.length);
  const factor = printed.variation / (n * n);
  const apart = new Float64Array(n);
  return {
    days,
    term(relief, sd, byRelief) {
      let mean = 0;
      for (let i = 0; i < relief.length; i++) mean += share * relief[i]!;
      apart.fill(-mean);
      for (let i = 0; i < relief.length; i++) apart[Math.floor(i / days.length)]! += relief[i]! / days.length;
      const ofScores = sd / Math.sqrt(n);
      const ofWeights = Math.sqrt(factor * apart.reduce((sum, away) => sum + away * away, 0));
      const total = Math.hypot(ofScores, ofWeights);
      roundedNormal.term(printed, mean, total, term);
      const byVariance = -term.byLogSd / (2 * total * total);
      for (let i = 0; i < relief.length; i++) {
        const between = (2 * factor * apart[Math.floor(i / days.length)]!) / days.length;
        byRelief[i] = byVariance * between - share * term.byMean;
      }
      return { value: -term.logDensity, byLogSd: -term.byLogSd * (ofScores / total) ** 2 };
    },
  };
}

/** The shortest and the longest time to a score that shows a relapse, printed in steps. */
function rangeReading(
  n: number,
  duration: NonNullable<CohortSummary["duration"]>,
  threshold: number,
): Reading {
  const { ends: days, marks } = durationCells(duration);
  const cells = Array.from({ length: n }, () => new Float64Array(marks.length));
  const byCell = cells.map((own) => own.slice());
  const hazards = cells.map((own) => new Float64Array(2 * own.length));
  const interval: NormalInterval = { logProbability: 0, lowerHazard: 0, upperHazard: 0 };
  const nDays = days.length;
  return {
    days,
    term(relief, sd, byRelief) {
      for (let i = 0; i < n; i++) {
        for (let c = 0; c < marks.length; c++) {
          const a = (threshold - relief[i * nDays + c]!) / sd;
          const b = (threshold - relief[i * nDays + c + 1]!) / sd;
          cells[i]![c] = 0;
          if (!(b > a)) continue;
          normalInterval(a, b, interval);
          cells[i]![c] = Math.exp(interval.logProbability);
          hazards[i]![2 * c] = interval.lowerHazard;
          hazards[i]![2 * c + 1] = interval.upperHazard;
        }
      }
      const probability = rangeProbability(cells, marks, byCell);
      byRelief.fill(0);
      let byLogSd = 0;
      for (let i = 0; i < n; i++) {
        for (let c = 0; c < marks.length; c++) {
          const share = (byCell[i]![c]! * cells[i]![c]!) / probability;
          if (!(share > 0)) continue;
          const at = i * nDays + c;
          const [low, high] = [share * hazards[i]![2 * c]!, share * hazards[i]![2 * c + 1]!];
          byRelief[at]! -= low / sd;
          byRelief[at + 1]! += high / sd;
          byLogSd += ((threshold - relief[at + 1]!) * high - (threshold - relief[at]!) * low) / sd;
        }
      }
      return { value: -Math.log(probability), byLogSd };
    },
  };
}

/** A reading with what it found of every patient on every day, and the derivatives by it and by the curves behind it. */
interface OpenReading extends Reading {
  relief: Float64Array;
  byRelief: Float64Array;
  byCurve: Float64Array;
}

function openReadings(
  { n, meanRelief, duration }: CohortSummary,
  { layout: { parameters }, threshold }: UnobservedReading,
): OpenReading[] {
  return [
    ...(meanRelief ? [meanReading(n, meanRelief)] : []),
    ...(duration ? [rangeReading(n, duration, threshold)] : []),
  ].map((reading) => ({
    ...reading,
    relief: new Float64Array(n * reading.days.length),
    byRelief: new Float64Array(n * reading.days.length),
    byCurve: new Float64Array(n * reading.days.length * parameters.length),
  }));
}

/** Fills in the relief of patient i on every day of every reading. */
function patientReader(
  readings: readonly OpenReading[],
  model: ResponseModel,
): (i: number, natural: Float64Array) => void {
  const relief = reliefGradient(model);
  const size = model.parameters.length;
  const out = new Float64Array(size + 1);
  return (i, natural) => {
    for (const { days, relief: found, byCurve } of readings) {
      for (let d = 0; d < days.length; d++) {
        const at = i * days.length + d;
        found[at] = relief(days[d]!, natural, out);
        for (let k = 0; k < size; k++) byCurve[at * size + k] = out[k]!;
      }
    }
  };
}

/** The slope of what all readings say by parameter k of patient i's curve. */
function slopeOf(readings: readonly OpenReading[], i: number, k: number, size: number): number {
  let slope = 0;
  for (const { days, byRelief, byCurve } of readings) {
    for (let at = i * days.length; at < (i + 1) * days.length; at++)
      slope += byRelief[at]! * byCurve[at * size + k]!;
  }
  return slope;
}

/**
 * What a summary says of its patients, given the departure of each from the typical one. A mean and a range belong to the
 * same patients.
 */
export function unobservedPatients(summary: CohortSummary, reading: UnobservedReading): UnobservedPatients {
  const { n } = summary;
  const { parameters, residualSd } = reading.layout;
  const size = parameters.length;
  const varying = parameters.flatMap(({ logSpread }, k) => (logSpread === null ? [] : [{ k, logSpread }]));
  const readings = openReadings(summary, reading);
  const read = patientReader(readings, reading.model);
  const natural = new Float64Array(size);
  const shifts = new Float64Array(size);
  const spreads = new Float64Array(varying.length);
  return {
    nEffects: n * varying.length,
    evaluate(theta, effects, offset, slopes, byEffects) {
      for (let v = 0; v < varying.length; v++) spreads[v] = Math.exp(theta[varying[v]!.logSpread]!);
      for (let i = 0; i < n; i++) {
        for (let v = 0; v < varying.length; v++)
          shifts[varying[v]!.k] = spreads[v]! * effects[offset + i * varying.length + v]!;
        for (let k = 0; k < size; k++) {
          const { parameter, mean } = parameters[k]!;
          natural[k] = toNatural(parameter, theta[mean]! + shifts[k]!);
        }
        read(i, natural);
      }
      const sd = Math.exp(theta[residualSd]!) / reading.height;
      let value = 0;
      for (const one of readings) {
        const said = one.term(one.relief, sd, one.byRelief);
        value += said.value;
        if (slopes) slopes[residualSd]! += said.byLogSd;
      }
      if (!slopes) return value;
      for (let i = 0; i < n; i++) {
        for (let k = 0, v = 0; k < size; k++) {
          const { mean, logSpread } = parameters[k]!;
          const slope = slopeOf(readings, i, k, size);
          slopes[mean]! += slope;
          if (logSpread === null) continue;
          const effect = offset + i * varying.length + v;
          slopes[logSpread]! += slope * spreads[v]! * effects[effect]!;
          if (byEffects) byEffects[effect] = slope * spreads[v]!;
          v++;
        }
      }
      return value;
    },
  };
}
