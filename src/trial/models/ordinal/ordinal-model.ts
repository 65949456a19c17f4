import { EstimationError } from "../../../errors.ts";
import type { Trial } from "../../../schema/trial.ts";
import type { TrialModelAnswer } from "../../../schema/trial-model-answer.ts";
import type { TrialModel, TrialModelSettings } from "../../trial-model.ts";
import { oddsRatioRows } from "../effect-rows.ts";
import { countScores, periodMeans } from "../period-means.ts";
import { oddsAnswer } from "./odds-answer.ts";
import type { OddsPenalty } from "./odds-penalty.ts";
import { isSeparated, orderedCounts } from "./ordered-counts.ts";

/** What distinguishes one ordinal model from another. */
export interface OrdinalModelMethod extends Omit<TrialModel, "fit"> {
  penalty: OddsPenalty;
  /** Whether there is an answer where all scores of one treatment are better than those of the other. */
  bearsSeparation: boolean;
  /** Name of the interval method. */
  method: string;
}

function answerOf(kind: OrdinalModelMethod, trial: Trial, settings: TrialModelSettings): TrialModelAnswer {
  const { penalty, bearsSeparation, method, name, label, assumes } = kind;
  const periods = periodMeans(label, trial, settings);
  const counts = orderedCounts(periods, settings.improvement === "increase" ? 1 : -1);
  if (counts.treated.length < 2) {
    const message = `Cannot fit "${label}": needs periods with different scores, got the same in all`;
    throw new EstimationError("not-identifiable", message);
  }
  if (!bearsSeparation && isSeparated(counts)) {
    const message = `Cannot fit "${label}": needs the scores of the two treatments to overlap, got complete separation, at which the odds ratio has no bound; a penalized model has an answer`;
    throw new EstimationError("not-identifiable", message);
  }
  const { deviance, pValue, ...answer } = oddsAnswer(counts, penalty, settings.level);
  return {
    model: name,
    label,
    assumes,
    estimates: oddsRatioRows("a better score", settings, { ...answer, method }),
    test: { statistic: "χ²", value: deviance, degreesOfFreedom: 1, pValue },
    probabilities: [],
    nScores: countScores(periods),
    warnings: [],
  };
}

/** Makes a model of the order of the period means. */
export function ordinalModel(kind: OrdinalModelMethod): TrialModel {
  const { name, label, reference, assumes } = kind;
  return {
    name,
    label,
    reference,
    assumes,
    fit: (trial, settings) => answerOf(kind, trial, settings),
  };
}
