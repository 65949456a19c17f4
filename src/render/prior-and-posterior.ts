import type {
  Estimate,
  PriorAndPosterior,
  QuantityLearned,
  QuantityRange,
  ResponseResult,
} from "../schema/index.ts";
import { findEstimate } from "./estimate-rows.ts";
import { workingParameters } from "./prior-text.ts";

/** Derived quantities that a reader asks for, beside the parameters themselves. */
const MAIN = ["bestRelief", "relapseDay", "reliefDays"];
/** Courses that are shown one by one; of more only the last. */
const MOST_COURSES = 3;

const rangeOf = ({ estimate, lower, upper }: Estimate): QuantityRange => ({ estimate, lower, upper });

function learned(row: Estimate, before: Estimate): QuantityLearned {
  const { parameter, label, unit, course = null, dataShare = null, given = null } = row;
  return {
    parameter,
    label,
    unit,
    course,
    prior: rangeOf(before),
    posterior: rangeOf(row),
    dataShare,
    given,
  };
}

/**
 * Sets what was taken for likely before the scores beside what a fit says with them: the model's parameters, best relief,
 * relapse day and relief-days. Of more than three courses only the last is shown beside what all share.
 *
 * @param posterior A fit with the interval method `posterior`.
 * @param prior The same fit with the interval method `prior`.
 * @returns Flat rows in the order of the estimates, of quantities that have an interval in both.
 * @example
 * priorAndPosterior(fitResponse(patient), fitResponse(patient, { interval: prior })).rows[0].label; // "Baseline"
 */
export function priorAndPosterior(posterior: ResponseResult, prior: ResponseResult): PriorAndPosterior {
  const { patient, outcome, model, priors, nObservations, nCourses, estimates } = posterior;
  const shown = new Set([...workingParameters(posterior), ...MAIN]);
  const rows = estimates.flatMap((row) => {
    const before = findEstimate(prior.estimates, row.parameter, row.course);
    const isShown =
      shown.has(row.parameter) &&
      (row.course === undefined || nCourses <= MOST_COURSES || row.course === nCourses);
    if (!isShown || !before || [before, row].some(({ lower, upper }) => lower === null || upper === null))
      return [];
    return [learned(row, before)];
  });
  return {
    kind: "prior-and-posterior",
    schemaVersion: 1,
    patient,
    ...(outcome !== undefined && { outcome }),
    model,
    priors: priors.set,
    nObservations,
    nCourses,
    level: estimates[0]?.level ?? 0.95,
    rows,
  };
}
