import { EstimationError } from "../../../errors.ts";
import type { Estimate } from "../../../schema/estimate.ts";
import type { Trial } from "../../../schema/trial.ts";
import type { TrialModelAnswer } from "../../../schema/trial-model-answer.ts";
import type { TrialModel, TrialModelSettings } from "../../trial-model.ts";
import { differenceRow, estimateRow } from "../effect-rows.ts";
import { type TrialRow, trialRows } from "../generalized-least-squares/trial-rows.ts";
import type { TrialTerm } from "../generalized-least-squares/trial-term.ts";
import { type EffectPosterior, effectPosterior } from "./effect-posterior.ts";
import type { SerialData } from "./serial-data.ts";

/** Options of `bayesianAutoregression`. */
export interface BayesianAutoregressionOptions {
  /** What else moves scores; default nothing. */
  terms?: readonly TrialTerm[];
  /** Prior standard deviation of the effect, in standard deviations of the errors, > 0; default 10. */
  effectScale?: number;
}

/** Scores whose squares about the least-squares fit are below this share of those about their mean vary by roundings alone. */
const ROUNDING = 1e-20;

function checkSpread(label: string, { scores, columns }: SerialData): void {
  const treated = columns.at(-1)!;
  const groups = [true, false].map((one) => scores.filter((_, i) => treated[i]! > 0 === one));
  const size = scores.reduce((sum, score) => sum + score * score, 0);
  const within = groups.reduce((sum, group) => {
    const mean = group.reduce((total, score) => total + score / group.length, 0);
    return sum + group.reduce((total, score) => total + (score - mean) ** 2, 0);
  }, 0);
  if (within > ROUNDING * size) return;
  const message = `Cannot fit "${label}": needs scores that vary within a treatment, got scores that are all the same`;
  throw new EstimationError("not-identifiable", message);
}

/** A column less its mean: only the level, whose prior is flat, changes, and no column is nearly a multiple of it as φ nears −1. */
function centered(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return Float64Array.from(values, (value) => value - mean);
}

/** Rows with scores as numbers, the effect last. */
function serialData(label: string, rows: readonly TrialRow[], terms: readonly TrialTerm[]): SerialData {
  const kept = rows.filter(({ score }) => score !== null);
  const further = terms.flatMap((term) => term.columns(label, kept).map(({ values }) => values));
  const treated = kept.map(({ isTreated }) => Number(isTreated));
  const columns = [Float64Array.from(kept, () => 1), ...[...further, treated].map(centered)];
  if (kept.length <= columns.length) {
    const message = `Cannot fit "${label}": needs at least ${columns.length + 1} scores, got ${kept.length}`;
    throw new EstimationError("too-few-observations", message);
  }
  const gaps = Float64Array.from(kept, ({ place }, i) => place - (kept[i - 1]?.place ?? place));
  const data = { scores: Float64Array.from(kept, ({ score }) => score!), columns, gaps };
  checkSpread(label, data);
  return data;
}

/** Other quantities than the effect. */
function furtherRows({ spreadQuantile, correlationQuantile }: EffectPosterior, level: number): Estimate[] {
  const tail = 0.5 * (1 - level);
  const shared = { standardError: null, level, method: "posterior" };
  return [
    estimateRow({
      parameter: "residualStandardDeviation",
      label: "Standard deviation of the errors",
      unit: "score",
      estimate: spreadQuantile(0.5),
      lower: spreadQuantile(tail),
      upper: spreadQuantile(1 - tail),
      ...shared,
    }),
    estimateRow({
      parameter: "phi",
      label: "Correlation of errors a score apart (φ)",
      unit: "",
      estimate: correlationQuantile(0.5),
      lower: correlationQuantile(tail),
      upper: correlationQuantile(1 - tail),
      ...shared,
    }),
  ];
}

/** Probability that the effect is better than none, and than the least that matters. */
function probabilitiesOf(
  { effectBelow }: EffectPosterior,
  { improvement, treatment, reference, threshold }: TrialModelSettings,
): TrialModelAnswer["probabilities"] {
  const better = (by: number): number =>
    improvement === "decrease" ? effectBelow(-by) : 1 - effectBelow(by);
  const benefit = {
    event: "benefit",
    label: `Probability that ${treatment} is better than ${reference}`,
    probability: better(0),
  };
  if (threshold === null) return [benefit];
  const label = `Probability that ${treatment} is better than ${reference} by at least ${threshold}`;
  return [benefit, { event: "benefitBeyondThreshold", label, probability: better(threshold) }];
}

/**
 * A Bayesian model of all single scores with normal errors that resemble their neighbours: coefficients and the errors' spread are
 * integrated out exactly, their correlation by quadrature, so that nothing is drawn at random.
 *
 * @throws {RangeError} when the scale is not positive.
 * @see Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., sections 14.2 and 14.8.
 * @example
 * bayesianAutoregression({ effectScale: 2 }).name; // "bayes-ar1"
 */
export function bayesianAutoregression(options: BayesianAutoregressionOptions = {}): TrialModel {
  const { terms = [], effectScale = 10 } = options;
  if (!(effectScale > 0 && effectScale < Infinity))
    throw new RangeError(`effectScale must be a positive number, got ${effectScale}`);
  const name = `bayes-ar1${terms.map((term) => `-${term.name}`).join("")}`;
  const label = `Bayesian model with autoregressive errors${terms.map((term) => `, ${term.label.toLowerCase()}`).join("")}`;
  const reach = Number((1.96 * effectScale).toPrecision(3));
  const allowed = terms.map(({ allowsFor }) => `, and for ${allowsFor}`).join("");
  const assumes = `Scores of one treatment have normal errors that resemble those of their neighbours, and the treatment moves them by one amount at once${allowed}. Before the trial every level of the scores, and every standard deviation of the errors on the scale of its logarithm, is as likely as any other; the effect lies within ±${reach} of those standard deviations with 95 % probability; the correlation φ of neighbouring scores lies anywhere between −1 and 1 with equal probability.`;
  return {
    name,
    label,
    reference: "Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., sections 14.2 and 14.8",
    assumes,
    fit(trial: Trial, settings: TrialModelSettings): TrialModelAnswer {
      const data = serialData(label, trialRows(label, trial, settings), terms);
      const posterior = effectPosterior(data, effectScale);
      const tail = 0.5 * (1 - settings.level);
      const effect = differenceRow(settings, {
        estimate: posterior.effectQuantile(0.5),
        standardError: posterior.effectDeviation,
        lower: posterior.effectQuantile(tail),
        upper: posterior.effectQuantile(1 - tail),
        method: "posterior",
      });
      return {
        model: name,
        label,
        assumes,
        estimates: [effect, ...furtherRows(posterior, settings.level)],
        test: null,
        probabilities: probabilitiesOf(posterior, settings),
        nScores: data.scores.length,
        warnings: [],
      };
    },
  };
}
