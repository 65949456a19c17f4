import { readPatients } from "../../src/read/index.ts";
import {
  averageRelapse,
  diagnoseRelapse,
  fitRelapse,
  fitRelapseRange,
  hallWellner,
  kaplanMeier,
  relapseIntervals,
  turnbull,
} from "../../src/relapse/index.ts";
import type { ChartableResult } from "../../src/render/charts/index.ts";
import { fitResponse } from "../../src/response/index.ts";
import type { RelapseIntervals, RelapseResult, RelapseRow } from "../../src/schema/index.ts";
import { censoredRows, exactRows, spanRows } from "./relapse-rows.ts";

/** Eight courses of which five relapsed on a known day. */
export const exactOrNotYet: RelapseRow[] = censoredRows(
  [62, 75, 90, 33, 120, 140, 100, 101],
  [1, 1, 0, 1, 1, 0, 1, 0],
);

/** Eight courses of four patients, seen at visits. */
export const seenAtVisits: RelapseRow[] = spanRows(
  [30, 60],
  [60, 90],
  [60, 90],
  [90, 120],
  [30, 90],
  [120, 150],
  [150, null],
  [0, 30],
).map((row, i) => ({ ...row, patient: `P${i >> 1}`, course: (i % 2) + 1 }));

const oneOnly = spanRows([60, 90]);
const noneYet = spanRows([30, null], [60, null], [90, null]);

/** Real results of made-up courses: every kind of curve, and the hardest cases. */
export const relapseResults: Readonly<Record<string, RelapseResult>> = {
  "a Kaplan–Meier curve": kaplanMeier(exactOrNotYet, { bands: [hallWellner] }),
  "a Weibull law of exact times": fitRelapse(exactOrNotYet, { times: [90], restrictedTo: 180 }),
  "a Weibull law of visits": fitRelapse(seenAtVisits),
  "Turnbull's estimate": turnbull(seenAtVisits),
  "Turnbull's estimate with limits": turnbull(exactOrNotYet),
  "one course, Weibull": fitRelapse(oneOnly),
  "one course, Turnbull": turnbull(oneOnly),
  "no relapse yet, Weibull": fitRelapse(noneYet),
  "no relapse yet, Kaplan–Meier": kaplanMeier(noneYet),
  "no relapse yet, Turnbull": turnbull(noneYet),
  "all on one day": kaplanMeier(exactRows(40, 40, 40)),
  "a range of times": fitRelapseRange({ n: 5, minimum: 2, maximum: 6 }, { timeUnit: "month" }),
};

function intervalsOf(patient: string, text: string): RelapseIntervals {
  const [one] = readPatients(text, { patient });
  return relapseIntervals(one!, { fit: fitResponse(one!) });
}

/** Intervals of two patients, from scores and from the fitted curve. */
export const relapseIntervalFixtures: Readonly<Record<string, RelapseIntervals>> = {
  "three courses": intervalsOf("three", "day,score,course\n0,10,yes\n14,2,\n90,9,yes\n104,6-8,\n150,9,yes\n"),
  "one course": intervalsOf("one", "day,score,course\n0,9,yes\n14,2,\n45,3,\n120,8,\n"),
};

/** Every result that a chart of relapses draws, by what it is. */
export const relapseFixtures: readonly [string, ChartableResult][] = [
  ...Object.entries(relapseResults),
  ...Object.entries(relapseIntervalFixtures),
  ["five laws averaged", averageRelapse(seenAtVisits)],
  ["residuals of visits", diagnoseRelapse(relapseResults["a Weibull law of visits"]!)],
  ["residuals of exact times", diagnoseRelapse(relapseResults["a Weibull law of exact times"]!)],
  ["residuals without a relapse", diagnoseRelapse(relapseResults["no relapse yet, Weibull"]!)],
];
