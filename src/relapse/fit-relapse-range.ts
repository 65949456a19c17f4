import { EstimationError } from "../errors.ts";
import type { RelapseResult } from "../schema/relapse-result.ts";
import { type FitRelapseOptions, fitRelapseSettings } from "./fit-relapse-options.ts";
import { rangeLikelihood, type TimeRange } from "./likelihood/range-likelihood.ts";
import {
  type LogLikelihood,
  type RelapseSample,
  relapseLikelihood,
  timedCourses,
} from "./likelihood/relapse-likelihood.ts";
import { layRelapseParameters, type RelapseParameters } from "./likelihood/relapse-parameters.ts";
import type { RelapseModel } from "./models/relapse-model.ts";
import { answerRelapse } from "./relapse-answer.ts";
import { locateRelapse } from "./relapse-problem.ts";
import { perDay } from "./time-unit.ts";

/** Options of `fitRelapseRange`: those of `fitRelapse` that need no rows. */
export type FitRelapseRangeOptions = Omit<FitRelapseOptions, "covariates" | "at" | "trend" | "cluster">;

function checkRange({ n, minimum, maximum }: TimeRange): void {
  if (!(Number.isSafeInteger(n) && n >= 2))
    throw new RangeError(`n must be a whole number of at least 2, got ${n}`);
  if (!(minimum > 0 && maximum < Infinity && minimum <= maximum))
    throw new RangeError(`minimum and maximum must be positive and in order, got ${minimum} to ${maximum}`);
}

/** Where the two are equal all n times are known. */
function likelihoodOf(range: TimeRange, model: RelapseModel, parameters: RelapseParameters): LogLikelihood {
  const { n, minimum, maximum } = range;
  const known = minimum === maximum ? new Array<number>(n).fill(minimum) : [minimum, maximum];
  const exact = known.map((time, patient) => ({ lower: time, upper: time, patient }));
  const sample: RelapseSample = { model, parameters, courses: timedCourses(exact, []) };
  return minimum === maximum ? relapseLikelihood(sample) : rangeLikelihood(sample, range);
}

/**
 * Fits a law of the time to relapse to a sentence such as "it persisted 2 to 6 months in 5 patients": of n exact times
 * only the earliest and the latest are known, each time of a patient of its own.
 *
 * Intervals, priors and the next relapse are as in `fitRelapse`. The result has no rows and so no residuals.
 *
 * @throws {RangeError} when the range or an option is out of range.
 * @throws {EstimationError} `not-identifiable` by maximum likelihood where the two are equal and the model has a shape.
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., equation 2.2.1.
 * @example
 * fitRelapseRange({ n: 5, minimum: 2, maximum: 6 }, { timeUnit: "month" }).nObservations; // 5
 */
export function fitRelapseRange(range: TimeRange, options: FitRelapseRangeOptions = {}): RelapseResult {
  checkRange(range);
  const settings = fitRelapseSettings(options);
  const { model, priors, timeUnit } = settings;
  const { n, minimum, maximum } = range;
  if (minimum === maximum && model.shape && priors.logWeibullShape.sd === null) {
    throw new EstimationError(
      "not-identifiable",
      `Cannot fit "${model.name}" by maximum likelihood: needs times that differ, got ${n} that are all ${minimum}; with priors there is an answer`,
    );
  }
  const parameters = layRelapseParameters(model, [], false, priors, perDay(timeUnit) ?? 1);
  const logLikelihood = likelihoodOf(range, model, parameters);
  const problem = locateRelapse(model, parameters, logLikelihood, 0.5 * (minimum + maximum), settings);
  const { result } = answerRelapse(
    problem,
    {
      rows: [],
      courses: [],
      covariates: [],
      nObservations: n,
      nEvents: n,
      nPatients: n,
      lastTime: maximum,
    },
    settings,
    settings.interval!,
  );
  result.provenance.options.range = { n, minimum, maximum };
  return result;
}
