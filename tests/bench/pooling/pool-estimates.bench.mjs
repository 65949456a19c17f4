import { readFileSync } from "node:fs";
import { poolEstimates } from "../../../dist/index.js";
import { reml } from "../../../dist/pooling/index.js";
import { medianMilliseconds } from "../measure.mjs";
import { runPeer } from "../peer.mjs";

const file = new URL("../../reference/pooling.json", import.meta.url);
const entries = JSON.parse(readFileSync(file, "utf8")).entries;
const names = ["bcg_RR", "normand_MD", "k5_logROM", "k2_heter"];

const tasks = names.map((name) => {
  const { inputs } = entries.find(({ id }) => id === `rma.${name}.REML`);
  return { name, effects: inputs.yi, variances: inputs.vi };
});

function rowOf({ name, effects, variances }, theirs) {
  const rows = effects.map((estimate, i) => ({ estimate, variance: variances[i] }));
  const estimator = medianMilliseconds(() => reml.estimate(effects, variances));
  const time = medianMilliseconds(() => poolEstimates(rows));
  const { estimates } = poolEstimates(rows);
  const [mean, tauSquared] = ["mean", "tauSquared"].map((p) =>
    estimates.find(({ parameter }) => parameter === p),
  );
  const ours = [mean.lower, mean.upper, tauSquared.lower, tauSquared.upper];
  const apart = theirs && Math.max(...ours.map((x, i) => Math.abs(x - theirs.limits[i]) / (1 + Math.abs(x))));
  return [
    `\`${name}\``,
    effects.length,
    `${(1000 * estimator).toFixed(1)} µs`,
    `${(1000 * time).toFixed(1)} µs`,
    ...(theirs
      ? [`${theirs.both.toFixed(1)} ms`, `${Math.round(theirs.both / time)} ×`, apart.toExponential(0)]
      : ["–", "–", "–"]),
  ];
}

/** The section of docs/performance.md. */
export function section() {
  const { answers, versions, absent } = runPeer("Rscript", "pooling.R", tasks);
  return {
    title: "`poolEstimates`: REML, Hartung–Knapp, Q-profile",
    versions: versions ? [versions] : [],
    text: `From effects and variances to the whole result, beside metafor's \`rma(method = "REML", test = "knha")\` with its
\`confint\`${absent ? ` (not run: ${absent})` : ""}. The last column is the largest difference of a limit over 1 + its size: metafor's searches stop earlier.`,
    head: ["data", "k", "REML alone", "nof1", "metafor", "metafor / nof1", "apart"],
    rows: tasks.map((task, i) => rowOf(task, answers?.[i])),
  };
}
