import { overlappingPairs } from "../pooling/overlaps.ts";
import type { CohortResult } from "../schema/cohort-result.ts";
import type { Warning } from "../schema/provenance.ts";
import { sourcesOf } from "./summaries/check-summaries.ts";

/** Standard deviation of the logarithm of a half-normal variable. */
const HALF_NORMAL_LOG_SD = Math.PI / Math.sqrt(8);
/** Below this share of what is known, a value is called set by the prior. */
const SET_BY_THE_PRIOR = 0.2;
const FEW = 6;

type Check = (result: CohortResult) => Warning | null;

const singleArm: Check = () => ({
  code: "single-arm",
  message:
    "There is no control period: natural course, regression to the mean and other treatments are inside the relief. A randomised N-of-1 trial is what can separate them.",
});

const fewPatients: Check = ({ nPatients }) =>
  nPatients >= FEW
    ? null
    : {
        code: "few-patients",
        message: `${nPatients} patients say little about how patients differ: the standard deviations between patients, and all that is said of the next patient, lean on their priors.`,
      };

const spreadFromPrior: Check = ({ estimates, covariance }) => {
  const rows = estimates.filter(({ parameter }) => parameter.startsWith("spread"));
  const named = rows.filter((row, i) => {
    const index = covariance.parameters.map((name) => name.startsWith("log sd ")).indexOf(true) + i;
    const variance = covariance.matrix?.[index]?.[index];
    return variance !== undefined && 1 - variance / HALF_NORMAL_LOG_SD ** 2 < SET_BY_THE_PRIOR && row;
  });
  if (named.length === 0) return null;
  return {
    code: "set-by-prior",
    message: `The data hardly add to the prior on: ${named.map(({ label }) => label).join("; ")}.`,
  };
};

const noCovariance: Check = ({ covariance }) =>
  covariance.matrix
    ? null
    : {
        code: "no-covariance",
        message:
          "The likelihood is not curved enough at its highest point for standard errors, bands and predictions; these are left out.",
      };

const notAlone: Check = ({ patients }) => {
  const names = patients.filter(({ raw }) => raw === null).map(({ patient }) => patient);
  if (names.length === 0) return null;
  return {
    code: "not-fitted-alone",
    message: `Too few scores for a curve of their own (${names.join(", ")}): what is shown for them comes mostly from the other patients.`,
  };
};

const undercovers: Check = ({ approximation, sampling }) =>
  sampling
    ? null
    : {
        code: "undercovers",
        message: `Limits from the likelihood (${approximation}) tend to be too narrow with few patients: they take the standard deviations between patients as better known than they are. The full posterior averages over them instead.`,
      };

const noSpike: Check = () => ({
  code: "effect-assumed",
  message:
    "Every patient is taken to respond, if only a little: no patient is given a probability of no effect here, unlike in the analysis of one patient.",
});

const twoStagePriors: Check = ({ twoStage }) =>
  twoStage && {
    code: "two-stage-priors",
    message:
      "In the two-stage answer each patient's own fit leans on the same priors, which so count once for every patient: its intervals can be too narrow. The one-stage answer counts them once.",
  };

const sharedPatients: Check = ({ summaries, patients }) => {
  const pairs = overlappingPairs(sourcesOf(summaries, patients));
  if (pairs.length === 0) return null;
  const named = pairs.map(([a, b]) => `${a.series} and ${b.series}`).join("; ");
  return {
    code: "overlap",
    message: `Sources that may share patients are counted together here, as was asked for: ${named}. If they do, these patients count twice, and all limits are too narrow. Please also look at the answer without each of them.`,
  };
};

/** How a mean relief was read, in one sentence; empty where no summary has one. */
function readingOfMeans(summaries: CohortResult["summaries"]): string {
  const estimands = summaries.flatMap(({ meanRelief }) =>
    meanRelief ? [meanRelief.estimand ?? "mean-of-ratios"] : [],
  );
  const words = [
    ...(estimands.includes("mean-of-ratios")
      ? ["A mean relief is read as the mean of the patients' own percentages, each from one score."]
      : []),
    ...(estimands.includes("ratio-of-means")
      ? [
          "Where it is a ratio of means, the change of the mean score, patients weigh by their scores before treatment, whose printed spread is taken to have nothing to do with relief; beyond these weights they count alike.",
        ]
      : []),
  ];
  return words.map((sentence) => ` ${sentence}`).join("");
}

const summariesAsRead: Check = ({ summaries, summaryBaseline, twoStage }) =>
  summaryBaseline === null
    ? null
    : {
        code: "summary-assumptions",
        message: `Of ${summaries.map(({ source, n }) => `${source} (${n} patients)`).join(", ")} only a summary is known.${readingOfMeans(summaries)} Every one of these patients is taken to start from ${summaryBaseline.toFixed(1)}, the mean baseline of the patients at hand.${twoStage ? " The two-stage answer does without them: it pools patients who were fitted alone." : ""}`,
      };

const checks: readonly Check[] = [
  sharedPatients,
  summariesAsRead,
  fewPatients,
  spreadFromPrior,
  noCovariance,
  notAlone,
  noSpike,
  undercovers,
  twoStagePriors,
  singleArm,
];

/** Everything a reader of the result should know, in plain words. */
export function cohortWarnings(result: CohortResult): Warning[] {
  return checks.flatMap((check) => check(result) ?? []);
}
