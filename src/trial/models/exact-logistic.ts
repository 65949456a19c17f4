import { EstimationError } from "../../errors.ts";
import type { Warning } from "../../schema/provenance.ts";
import {
  type ConditionalLaw,
  conditionalError,
  conditionalLaw,
  conditionalMaximum,
  conditionalTail,
  type ResponseStratum,
  tailLimit,
} from "./conditional-odds.ts";
import { oddsRatioRows } from "./effect-rows.ts";
import { countScores } from "./period-means.ts";
import { type ResponderModelMethod, type Response, responderModel, responsesOf } from "./responses.ts";

function strataOf(periods: readonly Response[]): ResponseStratum[] {
  const strata = new Map<number | null, ResponseStratum>();
  for (const { block, isTreated, responds } of periods) {
    const own = strata.get(block) ?? { nTreated: 0, nReference: 0, treatedResponses: 0, responses: 0 };
    if (isTreated) own.nTreated++;
    else own.nReference++;
    if (responds) own.responses++;
    if (responds && isTreated) own.treatedResponses++;
    strata.set(block, own);
  }
  return [...strata.values()];
}

interface ConditionalAnswer {
  estimate: number | null;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  pValue: number;
  warnings: Warning[];
}

/** At complete separation the likelihood has no highest point: the median-unbiased estimate stands in. */
function separated(law: ConditionalLaw, count: number): Pick<ConditionalAnswer, "estimate" | "warnings"> {
  const side = count === law.smallest ? -1 : 1;
  const message =
    "The responses are as far apart as the blocks allow, so that the likelihood favours an odds ratio without bound: the estimate is the median-unbiased one, and the interval has one end only.";
  return { estimate: tailLimit(law, count, side, 0.5), warnings: [{ code: "separation", message }] };
}

function answerOf(law: ConditionalLaw, count: number, level: number): ConditionalAnswer {
  const tail = 0.5 * (1 - level);
  const estimate = conditionalMaximum(law, count);
  const sides = [conditionalTail(law, count, 1, 0), conditionalTail(law, count, -1, 0)] as const;
  return {
    ...(estimate === null ? separated(law, count) : { estimate, warnings: [] }),
    standardError: estimate === null ? null : conditionalError(law, estimate),
    lower: tailLimit(law, count, 1, tail),
    upper: tailLimit(law, count, -1, tail),
    pValue: Math.min(1, 2 * Math.min(...sides)),
  };
}

/**
 * Exact conditional logistic regression of responses on the treatment, with the blocks as strata: what is known of each block's
 * total is conditioned away, so that nothing rests on large numbers.
 *
 * The p-value is twice the smaller tail, so that it agrees with the interval. Without blocks the trial is one stratum, which is
 * Fisher's exact test.
 *
 * @see Cox & Snell (1989), Analysis of Binary Data, 2nd ed., section 2.1.4; Mehta & Patel (1995), Stat Med 14:2143–2160.
 * doi:10.1002/sim.4780141908
 * @example
 * exactLogistic.at(4); // a model: responses are periods with a mean score of at most 4, where lower is better
 */
export const exactLogistic: ResponderModelMethod = responderModel(
  {
    name: "exact-logistic",
    label: "Exact logistic regression of responses",
    reference: "Mehta & Patel (1995), Stat Med 14:2143–2160",
    assumes:
      "Whether one period responds does not depend on the others; within each block the treatment multiplies the odds by one ratio.",
  },
  (trial, settings, cutoff) => {
    const { name, label, assumes } = exactLogistic;
    const periods = responsesOf(label, trial, settings, cutoff);
    const strata = strataOf(periods);
    const law = conditionalLaw(strata);
    if (law.probabilities.length < 2) {
      const message = `Cannot fit "${label}": needs a block in which some periods reach ${cutoff} and others don't, got none`;
      throw new EstimationError("not-identifiable", message);
    }
    const count = strata.reduce((sum, { treatedResponses }) => sum + treatedResponses, 0);
    const { pValue, warnings, ...answer } = answerOf(law, count, settings.level);
    return {
      model: name,
      label,
      assumes,
      estimates: oddsRatioRows("a response", settings, { ...answer, method: "exact conditional" }),
      test: { statistic: "responses under the treatment", value: count, degreesOfFreedom: null, pValue },
      probabilities: [],
      nScores: countScores(periods),
      warnings,
    };
  },
);
