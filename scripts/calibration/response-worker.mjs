import { fitResponse } from "../../dist/index.js";
import { posteriorIntervals } from "../../dist/inference/index.js";
import { answer } from "./parallel.mjs";
import { quantities } from "./response-cells.mjs";
import { simulated, truthOf } from "./simulated-patients.mjs";

const interval = posteriorIntervals({ monteCarloError: 0.03, maximumDraws: 8192 });

answer(({ truth: t, n, from, to }) =>
  Array.from({ length: to - from }, (_, k) => {
    const { truth, patient, seed } = simulated(t, n, from + k);
    const result = fitResponse(patient, { interval, seed });
    const exact = truthOf(truth);
    const rows = quantities.map((name) => {
      const { lower, upper } = result.estimates.find(({ parameter }) => parameter === name);
      const value = exact[name];
      const held = value === null ? null : lower !== null && lower <= value && value <= upper;
      return { held, lower, width: upper - lower };
    });
    return {
      rows,
      none: truth.curve[0] === 0,
      bayesFactor: Math.exp(result.posterior.nullModel.logBayesFactor),
      never: result.probabilities.find(({ event }) => event === "neverReached").probability,
      failed: !(result.posterior.paretoShape < 0.7),
    };
  }),
);
