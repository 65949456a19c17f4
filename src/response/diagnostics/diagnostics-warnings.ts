import type { Warning } from "../../schema/provenance.ts";
import type { ResponseDiagnostics } from "../../schema/response-diagnostics.ts";
import type { LeftOutScore } from "../comparison/leave-one-out.ts";
import { isTrusted, type SampledModel } from "../comparison/sampled-model.ts";

/** Probability of a false alarm among all scores of a patient, and of one check. */
const FALSE_ALARM = 0.05;
/** Posterior standard deviations by which a score that matters moves a median. */
const INFLUENTIAL = 1;

/** What the warnings are drawn from. */
export interface Diagnosed
  extends Pick<ResponseDiagnostics, "residuals" | "influence" | "checks" | "extrapolation"> {
  model: SampledModel;
  leftOut: readonly LeftOutScore[];
}

type Check = (diagnosed: Diagnosed) => Warning[];

const outlyingScores: Check = ({ residuals }) => {
  const outlying = residuals.filter(
    ({ tailProbability }) => tailProbability !== null && tailProbability < FALSE_ALARM / residuals.length,
  );
  return outlying.map(({ score, day }) => ({
    code: "outlying-score",
    message: `The score ${score} on day ${day} is far from what the other scores foretell.`,
  }));
};

const influentialScores: Check = ({ influence }) => {
  const strong = influence.filter(({ change }) => change !== null && Math.abs(change) > INFLUENTIAL);
  return [...new Set(strong.map(({ observation }) => observation))].map((observation) => {
    const rows = strong.filter((row) => row.observation === observation);
    const moved = rows.map(({ label, course }) => `${label} (course ${course})`).join("; ");
    const { score, day } = rows[0]!;
    return {
      code: "influential-score",
      message: `Without the score ${score} on day ${day} a median moves by more than its standard deviation: ${moved}.`,
    };
  });
};

const failedChecks: Check = ({ checks }) =>
  checks
    .filter(
      ({ probability, tieProbability }) =>
        Math.min(probability, 1 - probability + tieProbability) < 0.5 * FALSE_ALARM,
    )
    .map(({ label, probability }) => ({
      code: "predictive-check",
      message: `Scores made up from the fitted model are unlike the patient's. ${label}: as large in ${(100 * probability).toPrecision(2)} % of them.`,
    }));

const extrapolated: Check = ({ extrapolation }) => {
  const courses = extrapolation.filter((row) => row.extrapolated).map(({ course }) => course);
  if (courses.length === 0) return [];
  return [
    {
      code: "extrapolated",
      message: `The upper limit of the relapse day lies after the last score that could show it (course ${courses.join(", ")}): the shape of the curve, not a score, sets it.`,
    },
  ];
};

const notLeftOut: Check = ({ leftOut }) => {
  const missing = leftOut.flatMap(({ draws }, i) => (draws ? [] : [i + 1]));
  if (missing.length === 0) return [];
  return [
    {
      code: "leave-one-out-failed",
      message: `The model could not be fitted without score ${missing.join(", ")}: neither its residual nor its influence is given.`,
    },
  ];
};

const hardToSample: Check = ({ model, leftOut }) =>
  isTrusted(model.draws) && leftOut.every(({ trusted, draws }) => trusted || !draws)
    ? []
    : [
        {
          code: "importance-weights",
          message:
            "The posterior, with all scores or without one, was hard to sample (k̂ above .7): don't rely on these numbers.",
        },
      ];

const checks: readonly Check[] = [
  hardToSample,
  notLeftOut,
  outlyingScores,
  influentialScores,
  failedChecks,
  extrapolated,
];

/** Everything doubtful that the diagnostics found, in the order a reader needs it. */
export function diagnosticsWarnings(diagnosed: Diagnosed): Warning[] {
  return checks.flatMap((check) => check(diagnosed));
}
