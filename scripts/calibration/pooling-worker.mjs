import { poolEstimates } from "../../dist/index.js";
import { normal } from "../../dist/math/index.js";
import { answer } from "./parallel.mjs";
import { MEAN, methods, simulatedPool } from "./pooling-cells.mjs";

/** Whether limits hold a value, and how wide they are; null where there are none. */
function held({ lower, upper }, value) {
  return lower === null ? null : { held: Number(lower <= value && value <= upper), width: upper - lower };
}

/** The probability that the true effect of a further series lies between the limits. */
function predicted({ lower, upper }, tauSquared) {
  if (lower === null || tauSquared === 0) return held({ lower, upper }, MEAN);
  const cdf = (x) => normal.cdf(x, MEAN, Math.sqrt(tauSquared));
  return { held: cdf(upper) - cdf(lower), width: upper - lower };
}

answer(({ k, tauSquared, from, to }) =>
  Array.from({ length: to - from }, (_, i) => {
    const rows = simulatedPool(k, tauSquared, from + i);
    const row = (parameter, options) =>
      poolEstimates(rows, { seed: from + i, ...options }).estimates.find(
        (one) => one.parameter === parameter,
      );
    return {
      means: methods.means.map((interval) => held(row("mean", { interval }), MEAN)),
      tauSquared: methods.tauSquared.map((tauSquaredInterval) =>
        held(row("tauSquared", { tauSquaredInterval }), tauSquared),
      ),
      predictions: methods.predictions.map((prediction) =>
        predicted(row("prediction", { prediction }), tauSquared),
      ),
      zero: row("tauSquared", {}).estimate === 0,
    };
  }),
);
