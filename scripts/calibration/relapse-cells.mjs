import { randomStream } from "../../dist/math/index.js";
import { normalQuantile } from "../../dist/math/special/index.js";

/** Days between two visits: a relapse is known as after one and not after the next. */
export const BETWEEN_VISITS = 30;
export const counts = [4, 6, 8, 12];

const medians = [60, 105, 180];
const weibulls = [1.5, 3, 6].flatMap((shape) =>
  medians.map((median) => ({
    name: `Weibull, shape ${shape}, median ${median}`,
    median,
    time: (u) => median * (-Math.log(u) / Math.LN2) ** (1 / shape),
  })),
);

/** Laws of the true time to relapse, in days. */
export const truths = [
  ...weibulls,
  ...medians.map((median) => ({
    name: `log-normal, σ .4, median ${median}`,
    median,
    time: (u) => median * Math.exp(0.4 * normalQuantile(u)),
  })),
];

/** The rows of one sample of a cell. */
export function simulatedRows(t, n, index) {
  const stream = randomStream(10_000_000 * (t + 1) + 100_000 * n + index);
  return Array.from({ length: n }, () => {
    const last = Math.ceil(truths[t].time(stream.uniform()) / BETWEEN_VISITS);
    return { lower: (last - 1) * BETWEEN_VISITS, upper: last * BETWEEN_VISITS };
  });
}
