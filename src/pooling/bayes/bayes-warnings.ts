import { effectData } from "../../inference/random-effects/effect-data.ts";
import type { Warning } from "../../schema/provenance.ts";
import { varianceWarnings } from "../variance-check.ts";
import type { BayesModel } from "./bayes-posterior.ts";
import { momentsOf } from "./bayes-rows.ts";

/** Up to this many series the prior of τ tells. */
const FEW = 5;

function fewSeries({ data, tauPrior }: BayesModel): Warning[] {
  const k = data.effects.length;
  if (k > FEW) return [];
  if (k === 1)
    return [
      {
        code: "one-series",
        message: `There is nothing to pool: how other series would differ from this one is known from the prior of τ alone (${tauPrior.label}), and so is most of what stands here about the mean.`,
      },
    ];
  return [
    {
      code: "few-series",
      message: `With ${k} series the answer leans on the prior of τ (${tauPrior.label}): one that expects too little makes the interval of the mean too short. Please read it beside others.`,
    },
  ];
}

const names = { mean: "the mean effect", prediction: "the effect in a further series", tau: "τ" };

function missingMoments(model: BayesModel): Warning[] {
  const moments = Object.entries(momentsOf(model)) as [keyof typeof names, 0 | 1 | 2][];
  const lacking = moments.filter(([, moment]) => moment < 2).map(([parameter]) => names[parameter]);
  if (lacking.length === 0) return [];
  const none = moments.some(([, moment]) => moment === 0);
  return [
    {
      code: "no-standard-deviation",
      message: `The posterior has such heavy tails that there is no standard deviation${none ? ", or even mean," : ""} of ${lacking.join(", ")}: medians and limits stand.`,
    },
  ];
}

function noBayesFactor({ meanPrior }: BayesModel): Warning[] {
  if (meanPrior.standardDeviation !== null) return [];
  return [
    {
      code: "bayes-factor-undefined",
      message:
        "There is no Bayes factor under a flat prior of the mean: it needs a normal one, and then depends on its standard deviation.",
    },
  ];
}

/** Everything a reader must know about this pool. */
export function bayesWarnings(model: BayesModel): Warning[] {
  const { effects, variances } = model.data;
  return [
    ...(effects.length > 1 ? varianceWarnings(effectData(effects, variances)) : []),
    ...fewSeries(model),
    ...missingMoments(model),
    ...noBayesFactor(model),
  ];
}
