import { kizawa2006, kizawa2006Relapses } from "../../../dist/datasets/index.js";
import { fitRelapse, kaplanMeier, relapseIntervals, turnbull } from "../../../dist/index.js";
import {
  averageRelapse,
  diagnoseRelapse,
  fitRelapseRange,
  hallWellner,
} from "../../../dist/relapse/index.js";
import { fitted } from "../fits.mjs";
import { LONG_NAME, twelveCourses } from "../made-up.mjs";

/** SYNTHETIC courses of which all but every fifth relapsed, on a known day. */
const manyCourses = (n) =>
  Array.from({ length: n }, (_, i) => {
    const day = 30 + ((37 * i) % 151);
    return { patient: `P${(i >> 1) + 1}`, course: (i % 2) + 1, lower: day, upper: i % 5 === 4 ? null : day };
  });

/** SYNTHETIC courses seen at visits a month apart. */
const visits = [
  [30, 60],
  [60, 90],
  [60, 90],
  [90, 120],
  [30, 90],
  [120, 150],
  [150, null],
  [0, 30],
].map(([lower, upper], i) => ({ patient: `P${(i >> 1) + 1}`, course: (i % 2) + 1, lower, upper }));
const one = [{ patient: "P1", course: 1, lower: 60, upper: 90 }];
const none = [30, 60, 90].map((lower, i) => ({ patient: `P${i + 1}`, course: 1, lower, upper: null }));
const equal = [1, 2, 3, 4].map((course) => ({ patient: "P1", course, lower: 40, upper: 40 }));
const longNames = visits.slice(0, 4).map((row, i) => ({ ...row, patient: `${i + 1}, ${LONG_NAME}` }));
const RELAPSES = "datasets/kizawa-2006/relapses.csv";
const SYNTHETIC = "SYNTHETIC: eight courses of four patients, seen at monthly visits.";

export const relapseCases = [
  {
    chart: "survival",
    name: "a published patient",
    note: "Two courses: one relapse between two visits, one not seen to its end.",
    made: `nof1 relapse ${RELAPSES} --format png -o relapse.png`,
    result: () => turnbull(kizawa2006Relapses),
  },
  {
    chart: "survival",
    name: "a law of time",
    note: SYNTHETIC,
    made: "fitRelapse(rows)",
    result: () => fitRelapse(visits, { times: [90] }),
  },
  {
    chart: "survival",
    name: "steps with a band",
    result: () => kaplanMeier(manyCourses(12), { bands: [hallWellner] }),
  },
  { chart: "survival", name: "seen at visits", result: () => turnbull(visits) },
  { chart: "survival", name: "forty courses", result: () => kaplanMeier(manyCourses(40)) },
  { chart: "survival", name: "sixty courses", result: () => fitRelapse(manyCourses(60)) },
  { chart: "survival", name: "one course", result: () => fitRelapse(one) },
  { chart: "survival", name: "no relapse yet", result: () => kaplanMeier(none) },
  { chart: "survival", name: "all on one day", result: () => kaplanMeier(equal) },
  { chart: "survival", name: "names of 200 characters", result: () => turnbull(longNames) },
  {
    chart: "survival",
    name: "a range in months",
    note: "What five patients with relief for two to six months say (Morozumi 2009).",
    made: 'fitRelapseRange({ n: 5, minimum: 2, maximum: 6 }, { timeUnit: "month" })',
    result: () => fitRelapseRange({ n: 5, minimum: 2, maximum: 6 }, { timeUnit: "month" }),
  },
  {
    chart: "relapse-intervals",
    name: "a published patient",
    note: "When each course's relief ended, from the scores alone and from the fitted curve.",
    made: "nof1 relapse datasets/kizawa-2006/patient.csv --chart relapse-intervals --format png -o intervals.png",
    result: () => relapseIntervals(kizawa2006, { fit: fitted(kizawa2006) }),
  },
  {
    chart: "relapse-intervals",
    name: "twelve courses",
    result: () => relapseIntervals(twelveCourses, { fit: fitted(twelveCourses) }),
  },
  { chart: "relapse-intervals", name: "scores alone", result: () => relapseIntervals(kizawa2006) },
  {
    chart: "relapse-diagnostics",
    name: "seen at visits",
    note: SYNTHETIC,
    made: "diagnoseRelapse(fitRelapse(rows))",
    result: () => diagnoseRelapse(fitRelapse(visits)),
  },
  {
    chart: "relapse-diagnostics",
    name: "sixty courses",
    result: () => diagnoseRelapse(fitRelapse(manyCourses(60))),
  },
  { chart: "relapse-diagnostics", name: "one course", result: () => diagnoseRelapse(fitRelapse(one)) },
  { chart: "relapse-diagnostics", name: "no relapse yet", result: () => diagnoseRelapse(fitRelapse(none)) },
  {
    chart: "relapse-average",
    name: "seen at visits",
    note: SYNTHETIC,
    made: "averageRelapse(rows)",
    result: () => averageRelapse(visits),
  },
  { chart: "relapse-average", name: "one course", result: () => averageRelapse(one) },
  { chart: "relapse-average", name: "forty courses", result: () => averageRelapse(manyCourses(40)) },
];
