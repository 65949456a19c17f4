import type { Estimate } from "../schema/estimate.ts";
import type { Warning } from "../schema/provenance.ts";
import type { EventProbability, RelapseRule, ResponseResult } from "../schema/response-result.ts";

/** Below this share of what is known, an estimate is called set by the prior. */
const SET_BY_THE_PRIOR = 0.2;
/** Below this probability that the threshold is never reached, the relapse day stands without a condition. */
const NEVER_NEGLIGIBLE = 0.025;

function named(rows: readonly Estimate[]): string {
  const byLabel = new Map<string, (number | undefined)[]>();
  for (const { label, course } of rows) byLabel.set(label, [...(byLabel.get(label) ?? []), course]);
  return [...byLabel]
    .map(([label, courses]) => {
      const numbers = courses.filter((course) => course !== undefined);
      return numbers.length === 0 ? label : `${label} (${coursesInWords(numbers)})`;
    })
    .join("; ");
}

/** `1`, `1 and 2`, `1, 2 and 3`. */
function inWords(parts: readonly (string | number | undefined)[]): string {
  return parts.length < 2 ? `${parts[0]}` : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** `course 2`, `courses 1, 2 and 3`. */
function coursesInWords(courses: readonly (number | undefined)[]): string {
  return `${courses.length === 1 ? "course" : "courses"} ${inWords(courses)}`;
}

type Check = (result: ResponseResult, averaged: boolean) => Warning | null;

const notConverged: Check = ({ fit }) =>
  fit.converged
    ? null
    : {
        code: "not-converged",
        message: "The search for the best curve did not settle; don't rely on these numbers.",
      };

/** `2 % for course 1 and 44 % for course 2`. */
function probabilitiesInWords(rows: readonly EventProbability[]): string {
  return inWords(
    rows.map(({ probability, course }) => `${inWholePercent(probability!)} for course ${course}`),
  );
}

/** Probabilities, where there are any, that the threshold is never reached. */
function neverReachedOf({ probabilities }: ResponseResult): EventProbability[] {
  return probabilities.filter(({ event, probability }) => event === "neverReached" && probability !== null);
}

function reaches(rule: RelapseRule): string {
  return "relief" in rule
    ? `relief reaches ${percent(rule.relief)} of the baseline`
    : `the score falls below ${rule.score}`;
}

const neverReached: Check = (result) => {
  const { estimates, relapseAt } = result;
  const rows = estimates.filter(({ parameter }) => parameter === "relapseDay");
  const surely = neverReachedOf(result).filter(
    ({ probability, course }) =>
      probability! > 1 - NEVER_NEGLIGIBLE && rows.some((row) => row.course === course),
  );
  const without = rows.filter(
    ({ estimate, course }) => estimate === null && !surely.some((row) => row.course === course),
  );
  const sentences: string[] = [];
  if (without.length > 0) {
    const rule =
      "relief" in relapseAt ? `${percent(relapseAt.relief)} of the baseline` : `the score ${relapseAt.score}`;
    sentences.push(
      `There is no relapse day for ${coursesInWords(without.map((row) => row.course))}: the fitted relief does not rise above the threshold (${rule}) and fall back to it.`,
    );
  }
  if (surely.length > 0) {
    const reached = surely.map((row) => ({ ...row, probability: 1 - row.probability! }));
    sentences.push(`The probability that ${reaches(relapseAt)} is ${probabilitiesInWords(reached)}.`);
  }
  return sentences.length === 0 ? null : { code: "never-reached", message: sentences.join(" ") };
};

function coursesWithRelapseDay({ estimates }: ResponseResult): Set<number | undefined> {
  const rows = estimates.filter(({ parameter, estimate }) => parameter === "relapseDay" && estimate !== null);
  return new Set(rows.map(({ course }) => course));
}

const reachNotCertain: Check = (result) => {
  const known = neverReachedOf(result);
  if (known.length === 0) return reachNotCertainByInterval(result);
  const reported = coursesWithRelapseDay(result);
  const doubtful = known.filter(
    ({ probability, course }) =>
      probability! >= NEVER_NEGLIGIBLE && probability! <= 1 - NEVER_NEGLIGIBLE && reported.has(course),
  );
  if (doubtful.length === 0) return null;
  return {
    code: "never-reached-not-excluded",
    message: `The relapse day holds only if ${reaches(result.relapseAt)}; the probability that this never happens is ${probabilitiesInWords(doubtful)}.`,
  };
};

/** Without a probability the lower limit of the best relief is all that tells. */
function reachNotCertainByInterval(result: ResponseResult): Warning | null {
  const { estimates, relapseAt } = result;
  if (!("relief" in relapseAt)) return null;
  const reached = coursesWithRelapseDay(result);
  const doubtful = estimates.filter(
    (row) =>
      row.parameter === "bestRelief" && reached.has(row.course) && (row.lower ?? 0) <= relapseAt.relief,
  );
  if (doubtful.length === 0) return null;
  return {
    code: "never-reached-not-excluded",
    message: `The relapse day of ${coursesInWords(doubtful.map((row) => row.course))} holds only if ${reaches(relapseAt)}, which the scores do not make certain.`,
  };
}

const openIntervals: Check = ({ estimates }) => {
  const rows = estimates.filter((row) => row.estimate !== null && row.bound !== "closed");
  if (rows.length === 0) return null;
  return {
    code: "interval-open",
    message: `The scores put no limit, on one side or both, on: ${named(rows)}.`,
  };
};

const priorDecided: Check = ({ estimates }) => {
  const rows = estimates.filter((row) => row.dataShare !== undefined && row.dataShare < SET_BY_THE_PRIOR);
  if (rows.length === 0) return null;
  return { code: "prior-decided", message: `Set by the prior rather than by the scores: ${named(rows)}.` };
};

/** What of a relapse day lies after the last score before the next course. */
interface BeyondScores {
  course: number;
  /** Days from the course to that score. */
  lastScore: number;
  /** True where it is the estimate itself, not the upper limit only. */
  whole: boolean;
}

function beyondScores({ estimates, courses, observations }: ResponseResult): BeyondScores[] {
  return estimates.flatMap((row) => {
    const course = courses.find((other) => other.course === row.course);
    if (row.parameter !== "relapseDay" || row.estimate === null || !course) return [];
    const next = courses.find((other) => other.course === course.course + 1)?.day ?? Infinity;
    const lastScore =
      Math.max(...observations.map(({ day }) => day).filter((day) => day <= next)) - course.day;
    const beyond = { course: course.course, lastScore, whole: row.estimate > lastScore };
    return row.upper === null || row.upper > lastScore ? [beyond] : [];
  });
}

function beyondInWords(what: string, rows: readonly BeyondScores[]): string[] {
  if (rows.length === 0) return [];
  const days = inWords(rows.map(({ lastScore }) => Math.round(10 * lastScore) / 10));
  const scores = rows.every(({ lastScore }) => lastScore > 0)
    ? `the last score that could show it (${days} days after the course)`
    : "every score that could show it";
  return [`${what} of ${coursesInWords(rows.map(({ course }) => course))} lies after ${scores}`];
}

const extrapolated: Check = (result) => {
  const beyond = beyondScores(result);
  if (beyond.length === 0) return null;
  const [estimates, limits] = [true, false].map((whole) => beyond.filter((row) => row.whole === whole));
  const sentences = [
    ...beyondInWords("The relapse day", estimates!),
    ...beyondInWords("The upper limit of the relapse day", limits!),
  ];
  return {
    code: "extrapolated",
    message: `${sentences.join(". ")}: the shape of the curve, not a score, sets it.`,
  };
};

const degenerateScatter: Check = ({ estimates, scale }) => {
  const sigma = estimates.find((row) => row.parameter === "residualSd")?.estimate;
  if (typeof sigma !== "number" || sigma >= scale.step / 8) return null;
  return {
    code: "sigma-degenerate",
    message:
      "The curve passes through every score's rounding interval, so that the scatter is known only from its prior.",
  };
};

const rescueTreatment: Check = ({ observations }) => {
  const n = observations.filter(({ rescue }) => rescue).length;
  if (n === 0) return null;
  return {
    code: "rescue",
    message: `Rescue or new pain treatment is recorded at ${n} of the scores: the relief is that of all treatments together.`,
  };
};

const daysAveraged: Check = (_, averaged) =>
  averaged
    ? {
        code: "days-averaged",
        message:
          "Days known only by bounds were averaged over, all days within the bounds being equally likely.",
      }
    : null;

const noAicc: Check = ({ fit }) =>
  fit.aicc === null
    ? {
        code: "aicc-refused",
        message:
          "AICc is not given below 12 scores, where it always prefers no effect, nor with hardly more scores than parameters.",
      }
    : null;

const singleArm: Check = () => ({
  code: "single-arm",
  message:
    "There is no control period: natural course, regression to the mean and other treatments are inside the relief. A randomised N-of-1 trial is what can separate them.",
});

const checks: readonly Check[] = [
  notConverged,
  neverReached,
  reachNotCertain,
  openIntervals,
  priorDecided,
  extrapolated,
  degenerateScatter,
  rescueTreatment,
  daysAveraged,
  noAicc,
  singleArm,
];

/** Everything doubtful about a result, in the order a reader needs it. */
export function responseWarnings(result: ResponseResult, averaged: boolean): Warning[] {
  return checks.map((check) => check(result, averaged)).filter((warning) => warning !== null);
}

function percent(fraction: number): string {
  return `${Math.round(1000 * fraction) / 10} %`;
}

/** A probability in whole percent, never 0 or 100. */
function inWholePercent(probability: number): string {
  const rounded = Math.round(100 * probability);
  if (rounded < 1) return "below 1 %";
  return rounded > 99 ? "above 99 %" : `${rounded} %`;
}
