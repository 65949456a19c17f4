import { mean } from "simple-statistics";
import { EstimationError } from "../../errors.ts";
import type { Patient } from "../../schema/patient.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { CourseRelapse, RelapseIntervals, VisitState } from "../../schema/relapse-intervals.ts";
import type { RelapseRule, ResponseResult } from "../../schema/response-result.ts";
import type { Improvement } from "../../schema/scale.ts";
import { version } from "../../version.ts";
import { curveInterval } from "./curve-interval.ts";
import { type JudgedVisit, scoreInterval } from "./score-interval.ts";
import { middleOf, sortVisits, type Visit, type Visits } from "./visits.ts";

/** Options of `relapseIntervals`. */
export interface RelapseIntervalsOptions {
  /** What counts as a relapse: relief below a share, or a score no better than one given; default relief below 30 %. */
  relapseAt?: RelapseRule;
  /** How many relapsed scores in a row make a relapse; default 1. */
  confirm?: number;
  /** Which way scores go when it gets better; default the patient's own, else `decrease`. */
  improvement?: Improvement;
  /** A fitted response of the same patient, whose answer is put beside. */
  fit?: ResponseResult | null;
}

/** The score that parts well from relapsed, and on which side well is. */
interface Threshold {
  baseline: number | null;
  score: number;
  isWell(score: number): boolean;
}

function thresholdOf(
  { scale, patient }: Patient,
  { before }: Visits,
  rule: RelapseRule,
  improvement: Improvement,
): Threshold {
  const middles = before.map(({ lower, upper }) => 0.5 * (lower + upper));
  const baseline = middles.length === 0 ? null : mean(middles);
  const falls = improvement === "decrease";
  if ("score" in rule) {
    const { score } = rule;
    return { baseline, score, isWell: (value) => (falls ? value < score : value > score) };
  }
  if (baseline === null) {
    throw new EstimationError(
      "too-few-observations",
      `Cannot tell when relief of "${patient}" fell below ${100 * rule.relief} % of the baseline: needs a score before the first course, got none`,
    );
  }
  const best = falls ? scale.minimum : scale.maximum;
  const score = baseline + rule.relief * (best - baseline);
  // Half a rounding error in the mean must not decide.
  const slack = 1e-9 * (scale.maximum - scale.minimum);
  return {
    baseline,
    score,
    isWell: (value) => (falls ? value <= score + slack : value >= score - slack),
  };
}

function judge({ lower, upper }: Visit, { isWell }: Threshold): VisitState["state"] {
  const [one, other] = [isWell(lower), isWell(upper)];
  if (one !== other) return "undecided";
  return one ? "well" : "relapsed";
}

function inWords({ lower, upper }: Visit): string {
  return lower === upper ? `${lower}` : `${lower}–${upper}`;
}

function visitState(visit: Visit & Pick<VisitState, "state">): VisitState {
  return {
    course: visit.course + 1,
    day: middleOf(visit),
    score: inWords(visit),
    state: visit.state,
    rescue: visit.score.rescue,
  };
}

function warningsOf(courses: readonly CourseRelapse[], visits: readonly VisitState[]): Warning[] {
  const list = (state: string): string =>
    courses.flatMap(({ course, scores }) => (scores.state === state ? [course] : [])).join(", ");
  const neverWell = list("never-well");
  const notSeen = list("not-seen");
  const rescued = visits.some(({ rescue }) => rescue);
  return [
    neverWell && {
      code: "never-well",
      message: `No score after course ${neverWell} shows relief for certain: it has no relapse, and no row.`,
    },
    notSeen && { code: "no-score", message: `There is no score after course ${notSeen}.` },
    rescued && {
      code: "rescue",
      message: "Some scores were taken under rescue or new treatment, which may hide a relapse.",
    },
  ].filter((warning) => typeof warning === "object");
}

/**
 * Tells between which visits each course's relief ended: from the last score that was well to the first one that had
 * relapsed, and beside it what a fitted curve says.
 *
 * The baseline is the mean of the scores before the first course (middles of ranges). Well is a score whose relief is at
 * least the declared share, or that is better than the declared score; a range on both sides counts neither way. The next
 * course ends what a course can show.
 *
 * @param patient Scores and courses.
 * @param options The rule, how often it must hold, and the fit.
 * @returns Days after each course.
 * @throws {RangeError} when an option is wrong.
 * @throws {EstimationError} `no-course`; `too-few-observations` where the rule needs a baseline and no score is before the
 * first course.
 * @see Lindsey & Ryan (1998), Stat Med 17:219–238, on visits and interval-censored times.
 * doi:10.1002/(SICI)1097-0258(19980130)17:2<219::AID-SIM735>3.0.CO;2-O
 * @example
 * relapseIntervals(readPatients("day,score,course\n0,10,yes\n30,2,\n90,8,")[0]).courses[0].scores; // { state: "relapsed", lower: 30, upper: 90 }
 */
export function relapseIntervals(patient: Patient, options: RelapseIntervalsOptions = {}): RelapseIntervals {
  const { fit = null, confirm = 1, improvement = patient.improvement ?? "decrease" } = options;
  const relapseAt = options.relapseAt ?? fit?.relapseAt ?? { relief: 0.3 };
  checkOptions(relapseAt, confirm, improvement);
  checkSameRule(relapseAt, fit);
  if (patient.courses.length === 0) {
    throw new EstimationError(
      "no-course",
      `Cannot find relapses of "${patient.patient}": needs a course, got none`,
    );
  }
  const sorted = sortVisits(patient);
  const threshold = thresholdOf(patient, sorted, relapseAt, improvement);
  const judged = sorted.after.map((visit) => ({ ...visit, state: judge(visit, threshold) }));
  const courses = sorted.courses.map((start, j): CourseRelapse => {
    const own: JudgedVisit[] = judged.filter(({ course }) => course === j);
    return {
      course: j + 1,
      day: middleOf(start),
      scores: scoreInterval(own, confirm),
      curve: fit && curveInterval(fit, j + 1),
    };
  });
  const visits = judged.map(visitState);
  return {
    kind: "relapse-intervals",
    schemaVersion: 1,
    patient: patient.patient,
    ...(patient.outcome === undefined ? {} : { outcome: patient.outcome }),
    timeUnit: "day",
    relapseAt,
    confirm,
    baseline: threshold.baseline,
    threshold: threshold.score,
    visits,
    courses,
    warnings: warningsOf(courses, visits),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { relapseAt: { ...relapseAt }, confirm, improvement },
    },
  };
}

function checkOptions(rule: RelapseRule, confirm: number, improvement: Improvement): void {
  if (!(Number.isInteger(confirm) && confirm >= 1))
    throw new RangeError(`confirm must be a whole number from 1, got ${confirm}`);
  if (improvement !== "decrease" && improvement !== "increase")
    throw new RangeError(`improvement must be "decrease" or "increase", got ${JSON.stringify(improvement)}`);
  const sound = "relief" in rule ? rule.relief > 0 && rule.relief < 1 : Number.isFinite(rule.score);
  if (!sound)
    throw new RangeError(`relapseAt must be a relief in (0, 1) or a score, got ${JSON.stringify(rule)}`);
}

/** Both answers are to the same question. */
function checkSameRule(rule: RelapseRule, fit: ResponseResult | null): void {
  if (!fit || JSON.stringify(fit.relapseAt) === JSON.stringify(rule)) return;
  throw new RangeError(
    `relapseAt must be the rule of the fit, ${JSON.stringify(fit.relapseAt)}, got ${JSON.stringify(rule)}`,
  );
}
