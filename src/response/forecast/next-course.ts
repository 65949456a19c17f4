import type { Estimate } from "../../schema/estimate.ts";
import type { NextCourseResult, PlannedCourse } from "../../schema/next-course.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import { version } from "../../version.ts";
import { courseReaders } from "../quantities/course-alone.ts";
import { thresholdOf } from "../quantities/course-quantities.ts";
import { curveAhead } from "./curve-ahead.ts";
import { type LookAhead, type LookAheadOptions, lookAhead } from "./look-ahead.ts";
import { dayInWords, type RuleInWords, ruleInWords, type Whose, whoseResult } from "./look-ahead-words.ts";
import { nextCourseAssumptions, nextCourseMeaning, nextCourseWarnings } from "./next-course-words.ts";
import { type Outlook, outlookReader } from "./outlook.ts";
import { crossingDays, outlookProbabilities, rowOfValues } from "./outlook-summary.ts";
import { type PredictedCourse, predictCourse, type Spreads, spreadsOf } from "./planned-course.ts";
import { type ResultDraws, resultDraws } from "./result-draws.ts";

/** Options of `nextCourse`. */
export interface NextCourseOptions extends LookAheadOptions {
  /** A course that may be given on a day, today or later; its dose counts where the fit asked for its effect. */
  course?: { day: number; doseGPerKg?: number | null };
  /**
   * Standard deviations between courses on the working scale, by parameter, that of `baseline` in points of the scale;
   * default those of the fit's priors.
   */
  spreads?: Readonly<Record<string, number>>;
  /** Seed of the planned course's own parameters; default that of the result. */
  seed?: number;
}

/** All that the answer is made of. */
interface Forecast {
  whose: Whose;
  rule: RuleInWords;
  ahead: LookAhead;
  drawn: ResultDraws;
  soFar: Outlook[];
  planned: PlannedForecast | null;
}

interface PlannedForecast {
  course: PlannedCourse;
  spreads: Spreads;
  seed: number;
  predicted: PredictedCourse;
  outlooks: Outlook[];
  /** Relapse days of the planned course alone, from its start, in the draws that have one. */
  durations: number[];
}

/**
 * Says when the score will cross the declared threshold: the next day on which the relief of all courses together falls
 * to it, and how long one more course would last.
 *
 * It draws the curve of every posterior draw of a result, which may come from a file. Median and interval are those of the
 * draws in which the crossing comes within the horizon; the probabilities say how likely that is.
 *
 * @param result A fit with the interval method `posterior`.
 * @throws {RangeError} when an option is out of range, or the model is unknown.
 * @throws {EstimationError} `no-draws` where the fit's interval method makes none.
 * @example
 * nextCourse(fitResponse(readPatients("day,score,dose_g_per_kg\n0,9,2\n14,2,\n60,3,")[0]!)).today; // 60
 */
export function nextCourse(result: ResponseResult, options: NextCourseOptions = {}): NextCourseResult {
  const ahead = lookAhead(result, options);
  const drawn = resultDraws(result, options.model);
  const { today, horizon, relapseAt } = ahead;
  const read = outlookReader({ ...drawn, relapseAt, from: today, until: today + horizon, which: "first" });
  const soFar = drawn.draws.map(read);
  const planned = options.course ? forecastCourse(result, drawn, ahead, options) : null;
  const [whose, rule] = [whoseResult(result), ruleInWords(relapseAt, result)];
  const forecast: Forecast = { whose, rule, ahead, drawn, soFar, planned };
  const estimates = estimatesOf(forecast);
  const probabilities = probabilitiesOf(forecast);
  const { model, origin } = result;
  return {
    kind: "next-course",
    schemaVersion: 1,
    ...whose,
    model,
    timeUnit: "day",
    origin,
    today,
    horizon,
    relapseAt,
    level: ahead.level,
    course: planned?.course ?? null,
    scale: result.scale,
    courseDays: [...drawn.days],
    scores: result.observations.map(({ day, score }) => ({ day, score })),
    curve: curvesOf(forecast),
    estimates,
    probabilities,
    meaning: nextCourseMeaning(estimates, probabilities, ahead),
    assumptions: nextCourseAssumptions(result, planned),
    warnings: nextCourseWarnings(result, estimates, drawn.noEffect),
    provenance: provenanceOf(result, forecast),
  };
}

/** Days before today of which the curve is drawn at least. */
const DAYS_BEFORE = 60;

/** The curve from before today on, and with the planned course from its day on. */
function curvesOf({ ahead, drawn, planned }: Forecast): NextCourseResult["curve"] {
  const { today, horizon } = ahead;
  const from = Math.min(today - DAYS_BEFORE, Math.max(...drawn.days));
  const soFar = curveAhead(drawn, ahead, { scenario: "courses-so-far", from, until: today + horizon });
  if (!planned) return soFar;
  const { course, predicted } = planned;
  const { day } = course;
  const withCourse = { ...drawn, ...predicted, days: [...drawn.days, day] };
  return [
    ...soFar,
    ...curveAhead(withCourse, ahead, { scenario: "planned-course", from: day, until: day + horizon }),
  ];
}

function forecastCourse(
  result: ResponseResult,
  drawn: ResultDraws,
  { today, horizon, relapseAt }: LookAhead,
  options: NextCourseOptions,
): PlannedForecast {
  const course = checkedCourse(options.course!, today);
  const seed = options.seed ?? result.provenance.seed ?? 1;
  const spreads = spreadsOf(result, options.spreads);
  const predicted = predictCourse(result, drawn, course, spreads, seed);
  const { model, floor } = drawn;
  const { parameters } = predicted;
  const days = [...drawn.days, course.day];
  const span = { from: course.day, until: course.day + horizon };
  const read = outlookReader({ model, parameters, days, floor, relapseAt, ...span, which: "last" });
  const alone = courseReaders({ model, parameters, floor, relapseAt, horizon }).at(-1)!;
  const durations = predicted.draws.flatMap((theta) => {
    const reading = alone(theta);
    return reading.crossing(thresholdOf(relapseAt, reading.height, floor).relief) ?? [];
  });
  return { course, spreads, seed, predicted, outlooks: predicted.draws.map(read), durations };
}

function checkedCourse(
  { day, doseGPerKg = null }: NonNullable<NextCourseOptions["course"]>,
  today: number,
): PlannedCourse {
  if (!(day >= today && day < Infinity))
    throw new RangeError(`course.day must be today (${today}) or later, got ${day}`);
  if (doseGPerKg !== null && !(doseGPerKg > 0 && doseGPerKg < Infinity))
    throw new RangeError(`course.doseGPerKg must be a positive number or null, got ${doseGPerKg}`);
  return { day, doseGPerKg };
}

function estimatesOf({ whose, rule, ahead, drawn, soFar, planned }: Forecast): Estimate[] {
  const { horizon, level } = ahead;
  const { subject, crosses } = rule;
  const effect = drawn.mayHaveNoEffect ? "an effect and " : "";
  const within = `${effect}a crossing within ${horizon} days`;
  const next = {
    parameter: "crossingDay",
    label: `${subject} ${crosses}, all courses together`,
    given: within,
    ...whose,
  };
  const rows = [rowOfValues(next, crossingDays(soFar), level)];
  if (!planned) return rows;
  const on = `with a course on ${dayInWords(planned.course.day)}`;
  const withCourse = {
    ...next,
    parameter: "crossingDayWithCourse",
    label: `${next.label}, ${on}`,
    given: `${within} of that course`,
  };
  const alone = {
    parameter: "courseDuration",
    label: `Days until ${subject.toLowerCase()} ${crosses}, the planned course alone`,
    given: `${effect}relief that passes the threshold and falls back to it`,
    ...whose,
  };
  return [
    ...rows,
    rowOfValues(withCourse, crossingDays(planned.outlooks), level),
    rowOfValues(alone, planned.durations, level),
  ];
}

function probabilitiesOf({
  whose,
  rule,
  ahead,
  drawn,
  soFar,
  planned,
}: Forecast): NextCourseResult["probabilities"] {
  const { today, horizon } = ahead;
  const now = { from: today, until: today + horizon };
  const rows = outlookProbabilities(soFar, drawn.noEffect, {
    scenario: "courses-so-far",
    whose,
    rule,
    ...now,
  });
  if (!planned) return rows;
  const { day } = planned.course;
  const then = { from: day, until: day + horizon };
  const words = { scenario: "planned-course", whose, rule, ...then } as const;
  return [...rows, ...outlookProbabilities(planned.outlooks, drawn.noEffect, words)];
}

function provenanceOf(
  { provenance }: ResponseResult,
  { ahead, planned }: Forecast,
): NextCourseResult["provenance"] {
  const { relapseAt, ...rest } = ahead;
  return {
    package: "nof1",
    version,
    seed: planned?.seed ?? null,
    inputSha256: provenance.inputSha256,
    options: {
      ...rest,
      relapseAt: { ...relapseAt },
      course: planned && { ...planned.course },
      spreads: planned && { ...planned.spreads.byParameter },
    },
  };
}
