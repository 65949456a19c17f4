import type { Estimate } from "../schema/estimate.ts";
import type { Warning } from "../schema/provenance.ts";
import type { ResponseResult } from "../schema/response-result.ts";

/** Below this share of what is known, an estimate is called set by the prior. */
const SET_BY_THE_PRIOR = 0.2;

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

/** `course 2`, `courses 1, 2 and 3`. */
function coursesInWords(courses: readonly (number | undefined)[]): string {
  if (courses.length === 1) return `course ${courses[0]}`;
  return `courses ${courses.slice(0, -1).join(", ")} and ${courses.at(-1)}`;
}

type Check = (result: ResponseResult, averaged: boolean) => Warning | null;

const notConverged: Check = ({ fit }) =>
  fit.converged
    ? null
    : {
        code: "not-converged",
        message: "The search for the best curve did not settle; don't rely on these numbers.",
      };

const neverReached: Check = ({ estimates, relapseAt }) => {
  const rows = estimates.filter((row) => row.parameter === "relapseDay" && row.estimate === null);
  if (rows.length === 0) return null;
  const courses = coursesInWords(rows.map((row) => row.course));
  const rule =
    "relief" in relapseAt ? `${percent(relapseAt.relief)} of the baseline` : `the score ${relapseAt.score}`;
  return {
    code: "never-reached",
    message: `There is no relapse day for ${courses}: the fitted relief does not rise above the threshold (${rule}) and fall back to it.`,
  };
};

const reachNotCertain: Check = ({ estimates, relapseAt }) => {
  if (!("relief" in relapseAt)) return null;
  const reached = new Set(
    estimates
      .filter((row) => row.parameter === "relapseDay" && row.estimate !== null)
      .map((row) => row.course),
  );
  const doubtful = estimates.filter(
    (row) =>
      row.parameter === "bestRelief" && reached.has(row.course) && (row.lower ?? 0) <= relapseAt.relief,
  );
  if (doubtful.length === 0) return null;
  return {
    code: "never-reached-not-excluded",
    message: `The relapse day of ${coursesInWords(doubtful.map((row) => row.course))} holds only if relief reaches ${percent(relapseAt.relief)} of the baseline, which the scores do not make certain.`,
  };
};

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

const extrapolated: Check = ({ estimates, courses, observations }) => {
  const rows = estimates.filter((row) => {
    const course = courses.find((other) => other.course === row.course);
    if (row.parameter !== "relapseDay" || row.estimate === null || !course) return false;
    const next = courses.find((other) => other.course === course.course + 1)?.day ?? Infinity;
    const seen = observations.map(({ day }) => day).filter((day) => day <= next);
    return row.upper === null || course.day + row.upper > Math.max(...seen);
  });
  if (rows.length === 0) return null;
  const affected = coursesInWords(rows.map((row) => row.course));
  return {
    code: "extrapolated",
    message: `The upper limit of the relapse day of ${affected} lies after the last score that could show it: the shape of the curve, not a score, sets it.`,
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
        message: "AICc is not given below 12 scores, where it always prefers no effect.",
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
