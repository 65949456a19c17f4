import type { Estimate } from "../../schema/estimate.ts";
import type { Trial } from "../../schema/trial.ts";
import type { TrialModelAnswer } from "../../schema/trial-model-answer.ts";
import { testedMean } from "../models/tested-mean.ts";
import type { TrialModel } from "../trial-model.ts";
import { isSignificant, type PowerAnalysis, type PowerAnswer, type PowerSettings } from "./power-analysis.ts";

/** The row whose values may be averaged: the effect, or of a ratio its logarithm. */
function additiveRow({ estimates }: TrialModelAnswer): Estimate {
  return estimates.find(({ unit }) => unit !== "ratio") ?? estimates[0]!;
}

function excludes(nullValue: number, { lower, upper }: Pick<Estimate, "lower" | "upper">): boolean {
  return (lower !== null && lower > nullValue) || (upper !== null && upper < nullValue);
}

/** One patient: the model's own test, or whether its interval leaves out no effect. */
function ofOne(answer: TrialModelAnswer, level: number): PowerAnswer {
  const row = additiveRow(answer);
  const { estimate, lower, upper, unit } = row;
  const rejects = answer.test ? isSignificant(answer.test.pValue, level) : excludes(0, row);
  return { rejects, estimate, lower, upper, unit };
}

/** Several patients: the t test of their estimates, which counts how much patients differ. */
function ofSeveral(answers: readonly TrialModelAnswer[], level: number): PowerAnswer {
  const rows = answers.map(additiveRow);
  const found = rows.flatMap(({ estimate }) => estimate ?? []);
  const { unit } = rows[0]!;
  if (found.length < 2) return { rejects: false, estimate: found[0] ?? null, lower: null, upper: null, unit };
  const { estimate, lower, upper, test } = testedMean(found, level);
  return { rejects: test !== null && isSignificant(test.pValue, level), estimate, lower, upper, unit };
}

/**
 * A model as an analysis whose power is asked for: the model's test for one patient; for several, the t test of the patients'
 * estimates (of an odds ratio, of its logarithm).
 *
 * @example
 * trialPower({ designs, effect: [2], standardDeviation: 1.5, analyses: [modelAnalysis(pairedT)] });
 */
export function modelAnalysis(model: TrialModel): PowerAnalysis {
  const { name, label } = model;
  return {
    name,
    label,
    analyze(trials: readonly Trial[], settings: PowerSettings): PowerAnswer {
      const answers = trials.map((trial) => model.fit(trial, { ...settings, threshold: null }));
      return answers.length === 1 ? ofOne(answers[0]!, settings.level) : ofSeveral(answers, settings.level);
    },
  };
}
