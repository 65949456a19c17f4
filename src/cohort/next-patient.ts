import { boundOf } from "../inference/interval-method.ts";
import { evenPoints } from "../inference/posterior/even-points.ts";
import { sortedQuantile } from "../math/descriptive/sample-quantile.ts";
import { cholesky } from "../math/linear/cholesky.ts";
import { type Matrix, times } from "../math/linear/matrix.ts";
import { normalQuantile } from "../math/special/normal-quantile.ts";
import type { CourseAlone } from "../response/quantities/course-alone.ts";
import { thresholdOf } from "../response/quantities/course-quantities.ts";
import type { CohortProbability, NextPatient } from "../schema/cohort-result.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { FittedPoint } from "../schema/response-result.ts";
import type { PopulationLayout } from "./population-layout.ts";
import { type TypicalPatient, withBaseline } from "./typical-patient.ts";

/** Patients drawn around a mode. */
const N_DRAWS = 2048;

/** What is drawn of every next patient; null where it does not exist. */
interface Drawn {
  label: string;
  unit: string;
  given?: string;
  of(course: CourseAlone): number | null;
}

function thresholdOfCourse(course: CourseAlone): number {
  return thresholdOf(course.relapseAt, course.height, course.floor).relief;
}

/** Quantities of the next patient by the names of their rows. */
function drawnQuantities({ settings }: TypicalPatient): Record<string, Drawn> {
  const { horizon } = settings;
  return {
    bestRelief: {
      label: "Best relief, next patient",
      unit: "fraction",
      of: (course) => course.peak()?.relief ?? 0,
    },
    relapseDay: {
      label: "Relapse day, next patient",
      unit: "day",
      given: "relief that passes the threshold and falls back to it",
      of: (course) => course.crossing(thresholdOfCourse(course)),
    },
    percentSpid: {
      label: `Relief-days of all possible (%SPID), day 0 to ${horizon}, next patient`,
      unit: "fraction",
      of(course) {
        const area = course.integral();
        return area === null ? null : area / horizon;
      },
    },
  };
}

/** Events of the next patient. */
const events: { event: string; label: string; happens(course: CourseAlone): boolean }[] = [
  {
    event: "relief30",
    label: "Best relief of 30 % or more (moderate), next patient",
    happens: (course) => (course.peak()?.relief ?? 0) >= 0.3,
  },
  {
    event: "relief50",
    label: "Best relief of 50 % or more (substantial), next patient",
    happens: (course) => (course.peak()?.relief ?? 0) >= 0.5,
  },
  {
    event: "neverReached",
    label: "Relief never reaches the relapse threshold, next patient",
    happens: (course) => (course.peak()?.relief ?? 0) <= thresholdOfCourse(course),
  },
];

/**
 * Patients from populations that are drawn from the normal law around the mode.
 *
 * @returns null where the covariance is unknown.
 */
export function patientsAroundMode(
  { layout, settings }: TypicalPatient,
  mode: Float64Array,
  covariance: Matrix | null,
): Float64Array[] | null {
  const factor = covariance && cholesky(covariance);
  if (!factor) return null;
  const p = mode.length;
  const varying = layout.parameters.filter(({ logSpread }) => logSpread !== null);
  const dimension = p + varying.length;
  const points = evenPoints(N_DRAWS, dimension, settings.seed, 0);
  return Array.from({ length: N_DRAWS }, (_, i) => {
    const z = Float64Array.from(points.subarray(i * dimension, (i + 1) * dimension), normalQuantile);
    const theta = times(factor, z.subarray(0, p)).map((v, k) => v + mode[k]!);
    return departed(layout, theta, z.subarray(p));
  });
}

/**
 * One patient from each of the populations that were drawn.
 *
 * @param populations Working parameters of the population, draw by draw.
 */
export function patientsOfDraws(
  { layout, settings }: TypicalPatient,
  populations: readonly Float64Array[],
): Float64Array[] {
  const { length } = layout.parameters.filter(({ logSpread }) => logSpread !== null);
  const z = evenPoints(populations.length, length, settings.seed, 0).map(normalQuantile);
  return populations.map((theta, i) => departed(layout, theta, z.subarray(i * length, (i + 1) * length)));
}

/** The population with its means moved to those of a patient. */
function departed({ parameters }: PopulationLayout, theta: Float64Array, z: Float64Array): Float64Array {
  const own = theta.slice();
  let next = 0;
  for (const { mean, logSpread } of parameters) {
    if (logSpread !== null) own[mean]! += Math.exp(theta[logSpread]!) * z[next++]!;
  }
  return own;
}

/** The median and the equal-tailed interval of draws, in a row. */
function drawnRow(
  parameter: string,
  { label, unit, given }: Drawn,
  values: readonly number[],
  level: number,
): Estimate {
  const sorted = Float64Array.from(values).sort();
  const at = (probability: number): number | null =>
    sorted.length === 0 ? null : sortedQuantile(sorted, probability);
  const [lower, upper] = [at(0.5 - 0.5 * level), at(0.5 + 0.5 * level)];
  return {
    parameter,
    label,
    unit,
    estimate: at(0.5),
    standardError: null,
    lower,
    upper,
    level,
    method: "prediction",
    bound: boundOf(lower, upper),
    ...(given !== undefined && sorted.length > 0 && { given }),
  };
}

/**
 * What the cohort says of a patient who is not in it.
 *
 * @param drawn Working parameters of patients, each drawn from a population drawn from what is known of it; null without.
 * @param days Days since the course on which the curve is wanted.
 */
export function nextPatient(
  typical: TypicalPatient,
  drawn: readonly Float64Array[] | null,
  days: readonly number[],
): NextPatient {
  const { level, model } = typical.settings;
  if (!drawn) return { estimates: [], probabilities: [], relief: [] };
  const quantities = Object.entries(drawnQuantities(typical));
  const values = quantities.map((): number[] => []);
  const counts = events.map(() => 0);
  const curves = days.map(() => new Float64Array(drawn.length));
  drawn.forEach((theta, i) => {
    const course = typical.read(withBaseline(typical, theta));
    quantities.forEach(([, { of }], k) => {
      const value = of(course);
      if (value !== null && Number.isFinite(value)) values[k]!.push(value);
    });
    events.forEach(({ happens }, k) => {
      counts[k]! += Number(happens(course));
    });
    days.forEach((day, d) => {
      curves[d]![i] = day > 0 ? model.relief(day, course.parameters) : 0;
    });
  });
  return {
    estimates: quantities.map(([parameter, quantity], i) => drawnRow(parameter, quantity, values[i]!, level)),
    probabilities: events.map(
      ({ event, label }, i): CohortProbability => ({ event, label, probability: counts[i]! / drawn.length }),
    ),
    relief: days.map((time, d) => drawnPoint(time, curves[d]!, level)),
  };
}

/** The median and the limits of draws, at one time. */
export function drawnPoint(time: number, values: Float64Array, level: number): FittedPoint {
  const sorted = values.slice().sort();
  return {
    time,
    value: sortedQuantile(sorted, 0.5),
    lower: sortedQuantile(sorted, 0.5 - 0.5 * level),
    upper: sortedQuantile(sorted, 0.5 + 0.5 * level),
  };
}
