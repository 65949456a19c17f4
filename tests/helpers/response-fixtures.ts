import type { Estimate, ResponseResult } from "../../src/schema/index.ts";
import { type SyntheticScore, syntheticResult } from "./response-results.ts";

/** A name that tries everything: markup, formulas, escapes, marks of direction, wide characters. */
export const NASTY = `=cmd|'/C'!A0 <script>alert(1)</script>"><img src=x onerror=alert(2)> \u202eRTL\u202c \u001b[31mred\u001b[0m\u0007 患者 ]]> &amp;`;

const scored = (...pairs: [number, number | [number, number]][]): SyntheticScore[] =>
  pairs.map(([day, score]) => ({ day, score }));

const relapses = (result: ResponseResult): Estimate[] =>
  result.estimates.filter(({ parameter }) => parameter === "relapseDay");

const visits = [-14, 0, 3, 7, 14, 30, 45, 60, 75, 90, 105, 120, 135, 150, 170];
const seen = [9, 10, 6, 4, 3, 2, 2, 2, 3, 3, 5, 6, 8, 9, 10];

const kizawaCourses = [
  { day: 0, relief: 0.84, T50: 110 },
  { day: 183, relief: 0.6, T50: 98, bounds: [150, 197] as [number, number] },
  { day: 214, relief: 0.8, T50: 104 },
];
const kizawaScores: SyntheticScore[] = [
  { day: 0, score: 10 },
  { day: 14, score: 2, note: "VAS given in the text" },
  { day: 183, score: 10, bounds: [150, 197] },
  { day: 197, score: [6, 8] },
  { day: 221, score: 2, bounds: [215, 228] },
];

function openEverywhere(result: ResponseResult): void {
  for (const row of result.estimates)
    Object.assign(row, { lower: null, upper: null, bound: "open", dataShare: 0.05 });
  result.warnings.unshift({
    code: "interval-open",
    message: "The scores put no limit, on one side or both, on: everything.",
  });
}

function withSensitivity(result: ResponseResult): void {
  const parameters = ["relief", "T50", "relapseDay"];
  const shifted = result.estimates
    .filter(({ parameter }) => parameters.includes(parameter))
    .map((row) => ({
      ...row,
      estimate: row.estimate! * 0.97,
      lower: row.lower! * 0.9,
      upper: row.upper! * 1.02,
    }));
  result.sensitivity = [
    { analysis: "days-averaged-over-bounds", label: "Days averaged over their bounds", estimates: shifted },
  ];
  Object.assign(relapses(result)[2]!, { upper: null, bound: "open-upper" });
  result.warnings.unshift(
    {
      code: "interval-open",
      message: "The scores put no limit, on one side or both, on: Relapse day (course 3).",
    },
    {
      code: "extrapolated",
      message: "The upper limit of the relapse day of course 3 lies after the last score that could show it.",
    },
  );
}

function withoutEffect(result: ResponseResult): void {
  result.model = "no-effect";
  result.noEffect = null;
  result.estimates = result.estimates.filter(({ parameter }) =>
    ["baseline", "residualSd"].includes(parameter),
  );
  result.fitted = result.fitted.map(({ time }) => ({ time, value: 7.2, lower: 6.1, upper: 8.3 }));
  result.priors.parameters = result.priors.parameters.filter(({ parameter }) =>
    /baseline|residualSd/u.test(parameter),
  );
}

const sixty = Array.from({ length: 60 }, (_, i): SyntheticScore => {
  const day = -10 + 4 * i;
  const wave = Math.sin(12.9898 * i) * 1.4;
  const relief = day <= 0 ? 0 : 0.8 / (1 + Math.exp((4.39 / 60) * (day - 105)));
  return { day, score: Math.max(0, Math.min(10, Math.round(9 * (1 - relief) + wave))), rescue: i % 17 === 5 };
});

const twelve = Array.from({ length: 12 }, (_, i) => ({
  day: 31 * i,
  relief: 0.5 + 0.03 * i,
  T50: 55 + i,
  dose: i === 4 ? null : i % 3 === 0 ? 0.4 : 2,
}));

/** Synthetic results that a renderer must draw well, by name. */
export const responseFixtures: Readonly<Record<string, ResponseResult>> = {
  kizawa: syntheticResult({
    patient: "Kizawa 2006",
    baseline: 9.9,
    courses: kizawaCourses,
    scores: kizawaScores,
    change: withSensitivity,
  }),
  oneCourse: syntheticResult({
    patient: "P01",
    courses: [{ day: 0 }],
    scores: scored(...visits.map((day, i): [number, number] => [day, seen[i]!])),
  }),
  rescued: syntheticResult({
    patient: "Rescued, baseline above the ceiling",
    baseline: 10.8,
    relapseAt: { score: 6 },
    courses: [{ day: 10, dose: null }],
    scores: scored([0, 10], [20, 3], [60, 3], [90, 5], [140, 9]).map((score, i) => ({
      ...score,
      rescue: i >= 3,
    })),
    change: (result) => {
      result.warnings.unshift({
        code: "rescue",
        message: "Rescue or new pain treatment is recorded at 2 of the scores.",
      });
    },
  }),
  threeScores: syntheticResult({
    patient: "n = 3",
    width: 0.55,
    courses: [{ day: 0 }],
    scores: scored([0, 10], [14, 2], [120, 8]),
  }),
  allOpen: syntheticResult({
    patient: "All intervals open",
    courses: [{ day: 0 }],
    scores: scored([0, 9], [14, 4], [60, 5]),
    change: openEverywhere,
  }),
  neverReached: syntheticResult({
    patient: "Weak response",
    courses: [{ day: 0, relief: 0.22 }],
    scores: scored([-7, 8], [0, 9], [14, 7], [60, 7], [120, 8]),
    baseline: 8.6,
  }),
  relapseFarBeyond: syntheticResult({
    patient: "Still well",
    courses: [{ day: 0, T50: 420 }],
    scores: scored([0, 10], [14, 3], [60, 2], [150, 2]),
    width: 0.3,
  }),
  noEffect: syntheticResult({
    patient: "No-effect model",
    courses: [{ day: 0 }],
    scores: scored([0, 8], [14, 7], [30, 6], [90, 8]),
    change: withoutEffect,
  }),
  sixtyScores: syntheticResult({ patient: "Diary", courses: [{ day: 0, dose: 1 }], scores: sixty }),
  twelveCourses: syntheticResult({
    patient: "Monthly courses",
    courses: twelve,
    scores: scored(
      ...Array.from({ length: 36 }, (_, i): [number, number] => [
        Math.round(10.5 * i),
        [8, 5, 4, 5, 4, 3][i % 6]!,
      ]),
    ),
  }),
  nasty: syntheticResult({
    patient: NASTY,
    courses: [{ day: 0, note: NASTY }],
    scores: scored([0, 10], [14, 2], [90, 5], [150, 9]).map((score) => ({ ...score, note: NASTY })),
    change: (result) => {
      for (const row of result.estimates) row.label = `${row.label} ${NASTY}`;
      result.warnings.push({ code: "rescue", message: NASTY });
      result.provenance.options.note = NASTY;
    },
  }),
};
