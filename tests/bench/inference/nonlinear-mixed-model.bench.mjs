import { readFileSync } from "node:fs";
import {
  fitMixedCurve,
  laplace,
  lindstromBates,
  marginalMaximum,
} from "../../../dist/inference/nonlinear-mixed-model/index.js";
import { medianMilliseconds } from "../measure.mjs";

const digits = (value) => String(Number(value.toPrecision(2)));
const file = new URL("../../reference/curves-and-survival.json", import.meta.url);
/** One compartment with first-order absorption, with its derivatives. */
const absorption = {
  value([t, dose], [lKe, lKa, lCl]) {
    const [ke, ka] = [Math.exp(lKe), Math.exp(lKa)];
    return (dose * Math.exp(lKe + lKa - lCl) * (Math.exp(-ke * t) - Math.exp(-ka * t))) / (ka - ke);
  },
  valueAndGradient([t, dose], [lKe, lKa, lCl], out) {
    const [ke, ka] = [Math.exp(lKe), Math.exp(lKa)];
    const [slow, fast] = [Math.exp(-ke * t), Math.exp(-ka * t)];
    const factor = (dose * Math.exp(lKe + lKa - lCl)) / (ka - ke);
    const value = factor * (slow - fast);
    out[0] = value - factor * t * ke * slow + (value * ke) / (ka - ke);
    out[1] = value + factor * t * ka * fast - (value * ka) / (ka - ke);
    out[2] = -value;
    return value;
  },
  gradient(x, parameters, out) {
    this.valueAndGradient(x, parameters, out);
  },
};

/** The section of docs/performance.md. */
export function section() {
  const { entries } = JSON.parse(readFileSync(file, "utf8"));
  const { group, dose, x, y } = entries.find(({ id }) => id === "nlme_theoph_ML_diag").inputs;
  const groups = [...new Set(group)].map((name) => {
    const own = (values) => values.filter((_, i) => group[i] === name);
    return { group: String(name), x: own(x.map((t, i) => [t, dose[i]])), y: own(y) };
  });
  const problem = (method) => ({ start: [-2.43, 0.45, -3.21], random: [1, 2], method });
  const rows = [
    ["Lindstrom and Bates's algorithm, as nlme", lindstromBates()],
    ["Laplace's approximation", marginalMaximum(laplace)],
  ].map(([label, method]) => [
    label,
    `${digits(medianMilliseconds(() => fitMixedCurve(absorption, groups, problem(method)), 11))} ms`,
  ]);
  return {
    title: "Curves of several subjects: theophylline",
    versions: [],
    text: "12 subjects, 132 concentrations, one compartment with first-order absorption, two random effects.",
    head: ["by", "time"],
    rows,
  };
}
