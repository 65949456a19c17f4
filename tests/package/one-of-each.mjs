import {
  analyzeTrial,
  describeSummary,
  fitCohort,
  fitRelapse,
  fitResponse,
  poolBayes,
  poolEstimates,
  poolSeries,
  readPatients,
} from "nof1";
import { hamiltonian } from "nof1/cohort";
import {
  ivigSeries,
  kizawa2006Relapses,
  morozumi2009,
  simulatedEarly,
  simulatedNoisy,
  simulatedPairs168Days,
  simulatedTypical,
} from "nof1/datasets";
import { wald } from "nof1/inference";
import { halfNormal, riskRatio } from "nof1/pooling";
import { weibull } from "nof1/relapse";
import { randomizedPairs } from "nof1/trial";

const CSV = "day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,\n";
const EFFECTS = [
  { estimate: -3.5, variance: 0.25 },
  { estimate: -1, variance: 0.4 },
  { estimate: -2.2, variance: 0.3 },
];

/** One analysis of each question, by name; the same wherever nof1 runs. */
export const analyses = {
  reading: () => readPatients(CSV),
  response: () => fitResponse(readPatients(CSV)[0]),
  responseTypical: () => fitResponse(simulatedTypical),
  relapse: () => fitRelapse(kizawa2006Relapses, { model: weibull }),
  trial: () =>
    analyzeTrial(simulatedPairs168Days, {
      design: randomizedPairs,
      improvement: "decrease",
    }),
  pooling: () => poolEstimates(EFFECTS),
  poolingSeries: () => poolSeries(ivigSeries.controlled, { measure: riskRatio }),
  poolingBayes: () => poolBayes(EFFECTS, { prior: halfNormal(1) }),
  summary: () => describeSummary(morozumi2009.relief),
};

/** Results at a mode that is searched for to a tolerance: compared by their standard errors. */
export const searches = {
  cohort: () => fitCohort([simulatedTypical, simulatedNoisy], { interval: wald }),
};

/** Results that hang on chains of random draws: compared by their own error. */
export const chains = {
  cohortChains: () =>
    fitCohort([simulatedTypical, simulatedEarly], {
      interval: wald,
      approximation: hamiltonian({ chains: 2, warmup: 300, draws: 200 }),
    }),
};
