import { readFileSync } from "node:fs";
import { leaveOneOut } from "../../../dist/index.js";
import { medianMilliseconds } from "../measure.mjs";
import { runPeer } from "../peer.mjs";

const file = new URL("../../reference/pooling.json", import.meta.url);
const entries = JSON.parse(readFileSync(file, "utf8")).entries;

const tasks = ["bcg_RR", "k6_spread", "k5_logROM"].map((name) => {
  const { inputs } = entries.find(({ id }) => id === `leave1out.${name}`);
  return { name, effects: inputs.yi, variances: inputs.vi, leaveOneOut: true };
});

function rowOf({ name, effects, variances }, theirs) {
  const rows = effects.map((estimate, i) => ({ estimate, variance: variances[i] }));
  const time = medianMilliseconds(() => leaveOneOut(rows));
  const { steps } = leaveOneOut(rows);
  const differences = theirs
    ? steps.flatMap(({ estimate, tauSquared }, i) => [
        Math.abs(estimate - theirs.estimates[i]),
        Math.abs(tauSquared - theirs.tauSquared[i]),
      ])
    : [];
  return [
    `\`${name}\``,
    effects.length,
    `${time.toFixed(2)} ms`,
    ...(theirs
      ? [
          `${theirs.time.toFixed(1)} ms`,
          `${Math.round(theirs.time / time)} ×`,
          Math.max(...differences).toExponential(0),
        ]
      : ["–", "–", "–"]),
  ];
}

/** The section of docs/performance.md. */
export function section() {
  const { answers, versions, absent } = runPeer("Rscript", "pooling.R", tasks);
  return {
    title: "`leaveOneOut`: REML, Hartung–Knapp",
    versions: versions ? [versions] : [],
    text: `All pools without one of the series, beside metafor's \`leave1out\` of a fit by \`rma(method = "REML", test = "knha")\`${absent ? ` (not run: ${absent})` : ""}. The last column is the largest difference of a mean or a τ².`,
    head: ["data", "k", "nof1", "metafor", "metafor / nof1", "apart"],
    rows: tasks.map((task, i) => rowOf(task, answers?.[i])),
  };
}
