import { readFileSync } from "node:fs";
import { poolBayes, poolBayesSensitivity } from "../../../dist/index.js";
import { halfCauchy, halfNormal, normalMean, priorsAround } from "../../../dist/pooling/index.js";
import { medianMilliseconds } from "../measure.mjs";

const file = new URL("../../reference/pooling.json", import.meta.url);
const entries = JSON.parse(readFileSync(file, "utf8")).entries;
const tasks = [
  ["k2_heter.HN1.flat", { prior: halfNormal(1) }],
  ["k5_logROM.HN0.5.flat", { prior: halfNormal(0.5) }],
  ["k5_logROM.HC0.5.N0_4", { prior: halfCauchy(0.5), mean: normalMean(0, 4) }],
  ["schools.HC25.N0_50", { prior: halfCauchy(25), mean: normalMean(0, 50) }],
];

function rowOf([name, options]) {
  const { inputs, outputs } = entries.find(({ id }) => id === `bayes.${name}`);
  const variances = inputs.vi ?? inputs.sei.map((error) => error ** 2);
  const rows = inputs.yi.map((estimate, i) => ({ estimate, variance: variances[i] }));
  const [mean, prediction, tau] = poolBayes(rows, options).estimates;
  const { mu_central95, pred_central95, tau_central95 } = outputs.quadrature;
  const theirs = [...mu_central95, ...pred_central95, ...tau_central95];
  const ours = [mean, prediction, tau].flatMap(({ lower, upper }) => [lower, upper]);
  const apart = Math.max(...ours.map((x, i) => Math.abs(x - theirs[i]) / (1 + Math.abs(x))));
  const time = medianMilliseconds(() => poolBayes(rows, options));
  const { prior, ...others } = options;
  const band = { ...others, priors: priorsAround(prior.parameters.scale) };
  const bandTime = medianMilliseconds(() => poolBayesSensitivity(rows, band));
  return [
    `\`${name}\``,
    rows.length,
    `${time.toFixed(2)} ms`,
    `${bandTime.toFixed(1)} ms`,
    apart.toExponential(0),
  ];
}

/** The section of docs/performance.md. */
export function section() {
  return {
    title: "`poolBayes`: normal–normal model by quadrature over τ",
    versions: [],
    text: `From effects and variances to the whole result: mean, prediction, τ, every series' effect and, under a normal prior of the mean, the
Bayes factor; then \`poolBayesSensitivity\` under six priors. The last column is the largest difference of a limit from that of
independent Gauss–Legendre quadrature over 1 + its size.`,
    head: ["data and priors", "k", "poolBayes", "six priors", "apart"],
    rows: tasks.map(rowOf),
  };
}
