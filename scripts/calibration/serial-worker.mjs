import { fitResponse } from "../../dist/index.js";
import { posteriorIntervals } from "../../dist/inference/index.js";
import { answer } from "./parallel.mjs";
import { truths } from "./response-cells.mjs";
import { simulated, truthOf } from "./simulated-patients.mjs";

const interval = posteriorIntervals({ monteCarloError: 0.05, maximumDraws: 4096 });

// The same patients with independent deviations, and with the correlation that made them.
answer(({ truth: t, n, from, to }) =>
  Array.from({ length: to - from }, (_, k) => {
    const { truth, patient, seed } = simulated(t, n, from + k);
    const { serialCorrelation } = truths[t];
    const result = fitResponse(patient, { interval, seed, serialCorrelation });
    const exact = truthOf(truth).relapseDay;
    const [independent, correlated] = [result, result.sensitivity[0]].map(({ estimates }) => {
      const { lower, upper } = estimates.find(({ parameter }) => parameter === "relapseDay");
      return { held: lower <= exact && exact <= upper, width: upper - lower };
    });
    return { independent, correlated };
  }),
);
