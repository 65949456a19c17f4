import { bracketRoot } from "../../math/optimize/bracket-root.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import { normalSurvival } from "../../math/special/normal-tails.ts";
import { oddsRatioRows } from "./effect-rows.ts";
import { countScores } from "./period-means.ts";
import { type ResponderModelMethod, responderModel, responsesOf } from "./responses.ts";

/** Responses and periods of one treatment. */
interface Responses {
  responses: number;
  n: number;
}

const logit = (odds: Responses): number => Math.log((odds.responses + 0.5) / (odds.n - odds.responses + 0.5));

/** ln(1 + eˣ). */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** (y + ½) ln p + (n − y + ½) ln(1 − p): a binomial likelihood times Jeffreys' prior. */
function logPosterior({ responses, n }: Responses, x: number): number {
  return -(responses + 0.5) * softplus(-x) - (n - responses + 0.5) * softplus(x);
}

const expit = (x: number): number => 1 / (1 + Math.exp(-x));

/** The highest penalised log likelihood at a log odds ratio: the two expected totals must meet the observed one. */
function profileAt(treated: Responses, reference: Responses, logOddsRatio: number): number {
  const total = treated.responses + reference.responses + 1;
  const excess = (x: number): number =>
    (treated.n + 1) * expit(x + logOddsRatio) + (reference.n + 1) * expit(x) - total;
  const ends = bracketRoot(excess, -1 - Math.abs(logOddsRatio), 1 + Math.abs(logOddsRatio))!;
  const x = findRoot(excess, ends[0], ends[1])!;
  return logPosterior(treated, x + logOddsRatio) + logPosterior(reference, x);
}

/** Root of 1 / Σ n p (1 − p): the curvature without the penalty, as is usual. */
function errorOf(groups: readonly Responses[]): number {
  const variances = groups.map((group) => {
    const p = expit(logit(group));
    return 1 / (group.n * p * (1 - p));
  });
  return Math.sqrt(variances.reduce((sum, variance) => sum + variance, 0));
}

/**
 * Logistic regression of responses on the treatment, penalised by Jeffreys' prior as Firth proposed, with limits from the
 * profile of the penalised likelihood. It has an answer at complete separation, and is not exact.
 *
 * With two groups the penalty adds half a response and half a failure to each.
 *
 * @see Firth (1993), Biometrika 80:27–38, doi:10.1093/biomet/80.1.27; Heinze & Schemper (2002), Stat Med 21:2409–2419 (limits).
 * doi:10.1002/sim.1047
 * @example
 * penalizedLogistic.at(4); // a model: responses are periods with a mean score of at most 4, where lower is better
 */
export const penalizedLogistic: ResponderModelMethod = responderModel(
  {
    name: "penalized-logistic",
    label: "Penalized logistic regression of responses",
    reference: "Firth (1993), Biometrika 80:27–38",
    assumes:
      "Whether one period responds does not depend on the others, nor on its block; the penalty pulls the odds ratio a little towards 1.",
  },
  (trial, settings, cutoff) => {
    const { name, label, assumes } = penalizedLogistic;
    const periods = responsesOf(label, trial, settings, cutoff);
    const of = (isTreated: boolean): Responses => {
      const own = periods.filter((period) => period.isTreated === isTreated);
      return { n: own.length, responses: own.filter(({ responds }) => responds).length };
    };
    const [treated, reference] = [of(true), of(false)];
    const estimate = logit(treated) - logit(reference);
    const highest = logPosterior(treated, logit(treated)) + logPosterior(reference, logit(reference));
    const deviance = (x: number): number => Math.max(0, 2 * (highest - profileAt(treated, reference, x)));
    const bar = normalQuantile(0.5 + 0.5 * settings.level) ** 2;
    const limit = (side: 1 | -1): number => {
      const beyond = (distance: number): number => deviance(estimate + side * distance) - bar;
      const ends = bracketRoot(beyond, 0, 1, [0, 1e6])!;
      return estimate + side * findRoot(beyond, ends[0], ends[1])!;
    };
    const value = deviance(0);
    const answer = {
      estimate,
      standardError: errorOf([treated, reference]),
      lower: limit(-1),
      upper: limit(1),
      method: "penalized profile",
    };
    return {
      model: name,
      label,
      assumes,
      estimates: oddsRatioRows("a response", settings, answer),
      test: {
        statistic: "χ²",
        value,
        degreesOfFreedom: 1,
        pValue: Math.min(1, 2 * normalSurvival(Math.sqrt(value))),
      },
      probabilities: [],
      nScores: countScores(periods),
      warnings: [],
    };
  },
);
