import {
  type IntervalMethod,
  linkStandardError,
  naturalInterval,
  noInterval,
} from "../../inference/interval-method.ts";
import { studentT } from "../../math/distributions/student-t.ts";
import { type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import type { Warning } from "../../schema/provenance.ts";
import { type RelapseSample, relapseLikelihood } from "../likelihood/relapse-likelihood.ts";
import type { RelapseClustering } from "./relapse-clustering.ts";

/** Scores of each patient at the parameters: derivatives of the log-likelihood of the patient's courses. */
function patientScores(sample: RelapseSample, theta: Float64Array): Float64Array[] {
  const patients = [...new Set(sample.courses.map(({ patient }) => patient))];
  return patients.map((patient) => {
    const courses = sample.courses.filter((course) => course.patient === patient);
    const score = new Float64Array(theta.length);
    relapseLikelihood({ ...sample, courses })(theta, score);
    return score;
  });
}

/**
 * The sandwich V (Σ s sᵀ) V over the patients' scores s, with V the inverse Hessian.
 *
 * @see Lin & Wei (1989), J Am Stat Assoc 84:1074–1078, section 2. doi:10.1080/01621459.1989.10478874
 */
function robustCovariance(covariance: Matrix, scores: readonly Float64Array[]): Matrix {
  const n = covariance.rows;
  const robust = zeros(n, n);
  for (const score of scores) {
    const influence = times(covariance, score);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) robust.values[i * n + j]! += influence[i]! * influence[j]!;
    }
  }
  return robust;
}

function robustIntervals(sample: RelapseSample): IntervalMethod {
  const nPatients = new Set(sample.courses.map(({ patient }) => patient)).size;
  const method: IntervalMethod = {
    name: "cluster-robust",
    reference: clusterRobust.reference,
    estimate({ minimum, covariance, level }, targets) {
      const scores = patientScores(sample, minimum.x);
      const robust = covariance && robustCovariance(covariance, scores);
      const reach = nPatients > 1 ? studentT.quantile(0.5 + 0.5 * level, nPatients - 1) : Infinity;
      const gradient = new Float64Array(minimum.x.length);
      const intervals = targets.map((target) => {
        const value = target.evaluate(minimum.x, gradient);
        if (value === null) return noInterval;
        const error = nPatients > 1 ? linkStandardError(robust, gradient) : null;
        const away = error === null ? null : reach * error;
        const [lower, upper] = away === null ? [null, null] : [value - away, value + away];
        return naturalInterval(target.link, value, error, lower, upper);
      });
      return { intervals, draws: null, posterior: null, warnings: doubts(nPatients) };
    },
  };
  return method;
}

/** Below this many patients the sandwich is far too small. */
const FEW_PATIENTS = 20;

function doubts(nPatients: number): Warning[] {
  if (nPatients >= FEW_PATIENTS) return [];
  return [
    {
      code: "few-clusters",
      message: `Cluster-robust standard errors are too small with few patients (${nPatients} here, ${FEW_PATIENTS} are few): the intervals use a t law with one degree of freedom less than patients, and may still be too narrow.`,
    },
  ];
}

/**
 * Courses are fitted as if independent; the standard errors then come from how the patients, not the courses, differ.
 * Intervals are symmetric on the link's scale, by a t law with one degree of freedom less than there are patients.
 *
 * @see Lin & Wei (1989), J Am Stat Assoc 84:1074–1078. doi:10.1080/01621459.1989.10478874
 */
export const clusterRobust: RelapseClustering = {
  name: "cluster-robust",
  label: "Cluster-robust standard errors by patient",
  reference: "Lin & Wei (1989), doi:10.1080/01621459.1989.10478874",
  hasFrailty: false,
  needsLikelihood: true,
  likelihood: relapseLikelihood,
  intervals: robustIntervals,
};
