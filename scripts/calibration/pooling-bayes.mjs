import { cellsOf, poolsOfCells } from "./chunked-cells.mjs";
import { priors, sizes, tauSquares } from "./pooling-bayes-cells.mjs";

/** Coverage of posterior intervals of a pool, by the scale of the prior of τ. */
export const poolingBayesStudy = {
  name: "pooling-bayes",
  nPatients: 500,
  slice: 20,
  async run(nPools) {
    const cells = cellsOf(sizes, tauSquares);
    const pools = await poolsOfCells(new URL("./pooling-bayes-worker.mjs", import.meta.url), cells, nPools);
    const error = (100 * Math.sqrt((0.95 * 0.05) / nPools)).toFixed(1);
    return `## Bayesian pools, by the prior of τ

The pools of the section above, ${nPools} a cell, by \`poolBayes\` with a flat prior of the mean. Coverage of the posterior's 95 % interval in
percent, with the median width behind it; a coverage of 95 % is known to ± ${error} (one standard error). A posterior interval need not hold
a fixed truth in 95 % of pools: it does so on average over its prior. A prior that expects less than the true τ makes it hold the truth
too rarely, the more so the fewer series there are: with two of them and τ² = 4 (τ = 2), a half-normal prior with scale 0.5 or 1 is wrong by far,
and the scale must reach τ before the interval can be trusted. A scale that is too large costs width only.

The mean.

${table(cells, pools, "mean")}

The true effect of a further series: the mean probability that it lies inside the limits.

${table(cells, pools, "prediction")}`;
  },
};

function table(cells, pools, part) {
  const head = ["k", "τ²", ...priors.map(({ name }) => name)];
  const rows = cells.map(({ k, tauSquared }, c) => [
    k,
    tauSquared,
    ...priors.map((_, m) => cellOf(pools[c].map((pool) => pool[part][m]))),
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Coverage and median width. */
function cellOf(intervals) {
  const coverage = intervals.reduce((sum, { held }) => sum + held, 0) / intervals.length;
  const widths = intervals.map(({ width }) => width).sort((a, b) => a - b);
  return `${(100 * coverage).toFixed(1)} (${Number(widths[widths.length >> 1].toPrecision(2))})`;
}
