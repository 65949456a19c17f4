import type { Warning } from "../schema/provenance.ts";
import type { RelapseResult } from "../schema/relapse-result.ts";
import { clusteredCourses } from "./nonparametric/course-warnings.ts";
import { timeInWords } from "./nonparametric/restricted-mean-row.ts";

/** What a warning may look at besides the result. */
export interface RelapseContext {
  /** Last time at which any course was seen, in the unit of the rows. */
  lastTime: number;
  /** Whether courses of one patient are allowed for. */
  clustered: boolean;
}

type Check = (result: RelapseResult, context: RelapseContext) => Warning[];

/** Below this share of what is known, an estimate is called set by the prior. */
const SET_BY_THE_PRIOR = 0.2;

function named(rows: readonly { label: string }[]): string {
  return rows.map(({ label }) => label).join("; ");
}

const notConverged: Check = ({ fit }) =>
  fit?.converged
    ? []
    : [
        {
          code: "not-converged",
          message: "The search for the best fit did not settle; don't rely on these numbers.",
        },
      ];

const noRelapse: Check = ({ nEvents }) =>
  nEvents > 0
    ? []
    : [
        {
          code: "no-relapse",
          message:
            "No relapse has been seen: the courses say only how long it did not come, the priors all the rest.",
        },
      ];

const several: Check = ({ nObservations, nPatients }, { clustered }) =>
  clustered ? [] : clusteredCourses(nObservations, nPatients);

const openIntervals: Check = ({ estimates }) => {
  const rows = estimates.filter(({ bound }) => bound !== "closed");
  if (rows.length === 0) return [];
  return [
    {
      code: "interval-open",
      message: `The courses put no limit, on one side or both, on: ${named(rows)}.`,
    },
  ];
};

const priorDecided: Check = ({ estimates }) => {
  const rows = estimates.filter(({ dataShare }) => dataShare !== undefined && dataShare < SET_BY_THE_PRIOR);
  if (rows.length === 0) return [];
  return [{ code: "prior-decided", message: `Set by the prior rather than by the courses: ${named(rows)}.` }];
};

const extrapolated: Check = ({ estimates, timeUnit }, { lastTime }) => {
  const times = estimates.filter(({ parameter }) => parameter === "median" || /^quantile/u.test(parameter));
  const whole = times.filter(({ estimate }) => estimate !== null && estimate > lastTime);
  if (whole.length === 0) return [];
  return [
    {
      code: "extrapolated",
      message: `After the last time at which a course was seen (${timeInWords(lastTime, timeUnit)}), where the model's shape sets it and no course can: ${named(whole)}.`,
    },
  ];
};

const noAicc: Check = ({ fit, priors }) =>
  fit?.aicc === null && priors.every(({ sd }) => sd === null)
    ? [
        {
          code: "aicc-undefined",
          message: "AICc has no value with so few courses: it needs two more than the parameters.",
        },
      ]
    : [];

const checks: readonly Check[] = [
  notConverged,
  noRelapse,
  several,
  openIntervals,
  priorDecided,
  extrapolated,
  noAicc,
];

/** Everything doubtful about a fit, in the order a reader needs it. */
export function relapseWarnings(result: RelapseResult, context: RelapseContext): Warning[] {
  return checks.flatMap((check) => check(result, context));
}
