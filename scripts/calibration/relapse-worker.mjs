import { posteriorIntervals } from "../../dist/inference/index.js";
import { fitRelapse, flatRelapsePriors } from "../../dist/relapse/index.js";
import { answer } from "./parallel.mjs";
import { simulatedRows, truths } from "./relapse-cells.mjs";

const quick = posteriorIntervals({ monteCarloError: 0.03, maximumDraws: 8192 });
const analyses = { posterior: { interval: quick }, likelihood: { priors: flatRelapsePriors } };

/** Where the truth lies beside the median's interval; null where the fit was refused. */
function sideOf(rows, median, seed, options) {
  try {
    const { lower, upper } = fitRelapse(rows, { quantiles: [], seed, ...options }).estimates[0];
    const side = lower !== null && median < lower ? -1 : upper !== null && median > upper ? 1 : 0;
    return { side, width: (upper ?? Infinity) - (lower ?? 0) };
  } catch (error) {
    if (error.code === "not-identifiable") return null;
    throw error;
  }
}

answer(({ truth, n, from, to }) =>
  Array.from({ length: to - from }, (_, k) => {
    const rows = simulatedRows(truth, n, from + k);
    const entries = Object.entries(analyses).map(([name, options]) => [
      name,
      sideOf(rows, truths[truth].median, from + k, options),
    ]);
    return Object.fromEntries(entries);
  }),
);
