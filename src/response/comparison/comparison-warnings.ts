import type { ComparedModel, ModelAverage } from "../../schema/model-comparison.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { PriorSet } from "../priors.ts";
import { type Candidate, isFitted } from "./candidate.ts";
import { isTrusted } from "./sampled-model.ts";

/** A difference that counts, in expected log predictive density. */
const DIFFERENCE = 2;
/** A Bayes factor that counts. */
const BAYES_FACTOR = 3;
/** Monte-Carlo error above which an averaged limit is said to be uncertain, as a share of its interval's width. */
const LARGEST_ERROR = 0.05;

/** What the comparison is judged by. */
export interface Compared {
  candidates: readonly Candidate[];
  models: readonly ComparedModel[];
  averages: readonly ModelAverage[];
  priors: PriorSet;
}

type Check = (compared: Compared) => Warning[];

function named(labels: readonly string[]): string {
  return labels.map((label) => `"${label}"`).join(", ");
}

const failed: Check = ({ candidates }) =>
  candidates.flatMap((candidate) =>
    isFitted(candidate) ? [] : [{ code: "model-failed", message: candidate.failure.message }],
  );

const scoreFailed: Check = ({ candidates }) =>
  candidates.filter(isFitted).flatMap(({ model, leftOut }) => {
    const missing = leftOut.flatMap(({ density }, i) => (density ? [] : [i + 1]));
    if (missing.length === 0) return [];
    return [
      {
        code: "leave-one-out-failed",
        message: `"${model.label}" could not be fitted without score ${missing.join(", ")}: it has no leave-one-out value and no weight.`,
      },
    ];
  });

const hardToSample: Check = ({ candidates }) => {
  const hard = candidates
    .filter(isFitted)
    .filter(({ sampled, leftOut }) => !isTrusted(sampled.draws) || leftOut.some(({ trusted }) => !trusted));
  if (hard.length === 0) return [];
  return [
    {
      code: "importance-weights",
      message: `The posterior, with all scores or without one, was hard to sample (k̂ above .7) for ${named(hard.map(({ model }) => model.label))}: don't rely on these rows.`,
    },
  ];
};

const notSeparated: Check = ({ models }) => {
  const close = models.filter(({ difference }) => difference !== null && difference >= -DIFFERENCE);
  if (close.length < 2) return [];
  return [
    {
      code: "models-not-separated",
      message: `Leave-one-out does not tell these models apart (differences of ${DIFFERENCE} or less), so that their stacking weights are next to accidental: ${named(close.map(({ label }) => label))}.`,
    },
  ];
};

const noEffectNotExcluded: Check = ({ models }) => {
  const known = models.filter((row) => row.logBayesFactor !== null || row.differenceFromNoEffect !== null);
  const better = known.filter(
    (row) =>
      (row.logBayesFactor ?? -Infinity) > Math.log(BAYES_FACTOR) ||
      (row.differenceFromNoEffect ?? -Infinity) > DIFFERENCE,
  );
  if (known.length === 0 || better.length > 0) return [];
  return [
    {
      code: "no-effect-not-excluded",
      message: `No effect is not excluded: no model has a Bayes factor above ${BAYES_FACTOR} against it, or a leave-one-out difference above ${DIFFERENCE}.`,
    },
  ];
};

const priorLooked: Check = ({ priors }) =>
  typeof priors.baseline.mean === "number"
    ? []
    : [
        {
          code: "prior-looks-at-scores",
          message: `The prior on the baseline ("${priors.name}") is centred on the patient's own scores, also where one of them is left out: the leave-one-out values of these scores and every Bayes factor are flattered.`,
        },
      ];

const noAicc: Check = ({ models }) =>
  models.some(({ aicc }) => aicc !== null)
    ? []
    : [
        {
          code: "aicc-refused",
          message: "AICc is not given below 12 scores, where it always prefers no effect.",
        },
      ];

const uncertainAverage: Check = ({ averages }) => {
  const error = Math.max(0, ...averages.map(({ monteCarloError }) => monteCarloError));
  if (error <= LARGEST_ERROR) return [];
  return [
    {
      code: "monte-carlo-error",
      message: `An averaged limit is still uncertain by ${(100 * error).toPrecision(2)} % of its interval's width.`,
    },
  ];
};

const noRelapseDay: Check = ({ averages }) => {
  const without = averages.filter(({ estimates }) =>
    estimates.some(({ parameter, estimate }) => parameter === "relapseDay" && estimate === null),
  );
  if (without.length === 0) return [];
  return [
    {
      code: "never-reached",
      message: `Where the models are weighed by ${without.map(({ weighting }) => weighting).join(", ")}, those that count have no relapse day.`,
    },
  ];
};

const checks: readonly Check[] = [
  failed,
  scoreFailed,
  hardToSample,
  noEffectNotExcluded,
  notSeparated,
  priorLooked,
  noAicc,
  noRelapseDay,
  uncertainAverage,
];

/** Everything doubtful about a comparison, in the order a reader needs it. */
export function comparisonWarnings(compared: Compared): Warning[] {
  return checks.flatMap((check) => check(compared));
}
