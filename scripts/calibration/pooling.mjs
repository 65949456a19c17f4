import { cellsOf, poolsOfCells } from "./chunked-cells.mjs";
import { methods, sizes, tauSquares } from "./pooling-cells.mjs";

/** Coverage of every interval of a pool, by number of series and variance between them. */
export const poolingStudy = {
  name: "pooling",
  nPatients: 2000,
  slice: 20,
  async run(nPools) {
    const cells = cellsOf(sizes, tauSquares);
    const pools = await poolsOfCells(new URL("./pooling-worker.mjs", import.meta.url), cells, nPools);
    const error = (100 * Math.sqrt((0.95 * 0.05) / nPools)).toFixed(1);
    return `## Pools of a few series

Normal effects with known sampling variances (0.1 more than a gamma variable with shape 3 and mean 1), ${nPools} pools a cell; τ² by
REML. Coverage of the 95 % interval in percent, with the median width behind it; a coverage of 95 % is known to ± ${error} (one
standard error).

The mean. "τ² = 0" is the share of pools in percent where it is estimated so, "narrow" that where the Hartung–Knapp interval is narrower
than the normal one, which the result says.

${table(cells, pools, "means", [
  ["τ² = 0", (pool) => pool.zero],
  ["narrow", ({ means }) => widthOf(means, "hartung-knapp") < widthOf(means, "z")],
])}

The variance between series.

${table(cells, pools, "tauSquared", [])}

The true effect of a further series: the mean probability that it lies inside the limits. Where τ² is 0 it is the common effect.

${table(cells, pools, "predictions", [])}`;
  },
};

function widthOf(means, name) {
  return means[methods.means.findIndex((method) => method.name === name)]?.width;
}

function table(cells, pools, part, shares) {
  const head = ["k", "τ²", ...methods[part].map(({ name }) => name), ...shares.map(([name]) => name)];
  const rows = cells.map(({ k, tauSquared }, c) => [
    k,
    tauSquared,
    ...methods[part].map((_, m) => cellOf(pools[c].map((pool) => pool[part][m]))),
    ...shares.map(([, is]) => ((100 * pools[c].filter(is).length) / pools[c].length).toFixed(0)),
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Coverage and median width; an interval without ends holds everything. */
function cellOf(intervals) {
  const closed = intervals.filter((interval) => interval !== null);
  if (closed.length === 0) return "–";
  const coverage = intervals.reduce((sum, interval) => sum + (interval?.held ?? 1), 0) / intervals.length;
  const widths = intervals.map((interval) => interval?.width ?? Infinity).sort((a, b) => a - b);
  return `${(100 * coverage).toFixed(1)} (${Number(widths[widths.length >> 1].toPrecision(2))})`;
}
