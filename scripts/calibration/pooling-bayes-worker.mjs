import { poolBayes } from "../../dist/index.js";
import { normal } from "../../dist/math/index.js";
import { answer } from "./parallel.mjs";
import { priors } from "./pooling-bayes-cells.mjs";
import { MEAN, simulatedPool } from "./pooling-cells.mjs";

const holds = ({ lower, upper }, value) => Number(lower <= value && value <= upper);

/** The probability that the true effect of a further series lies between the limits. */
function predicted({ lower, upper }, tauSquared) {
  if (tauSquared === 0) return holds({ lower, upper }, MEAN);
  const cdf = (x) => normal.cdf(x, MEAN, Math.sqrt(tauSquared));
  return cdf(upper) - cdf(lower);
}

answer(({ k, tauSquared, from, to }) =>
  Array.from({ length: to - from }, (_, i) => {
    const rows = simulatedPool(k, tauSquared, from + i);
    const answers = priors.map(({ prior }) => poolBayes(rows, { prior }).estimates);
    return {
      mean: answers.map(([mean]) => ({ held: holds(mean, MEAN), width: mean.upper - mean.lower })),
      prediction: answers.map(([, row]) => ({
        held: predicted(row, tauSquared),
        width: row.upper - row.lower,
      })),
    };
  }),
);
