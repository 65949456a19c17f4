import {
  autoregressiveErrors,
  coefficientTests,
  continuousAutoregressiveErrors,
  fitLinearMixedModel,
} from "../../../dist/inference/index.js";
import { medianMilliseconds } from "../measure.mjs";
import { runPeer } from "../peer.mjs";

const digits = (value) => String(Number(value.toPrecision(2)));

/** The section of docs/performance.md. */
export function section() {
  const treated = Array.from({ length: 40 }, (_, i) => Math.floor(i / 5) % 2);
  const y = treated.map((one, i) => 6 - 2 * one + Math.sin(1.7 * i) + 0.8 * Math.cos(0.45 * i * i));
  const day = y.map((_, i) => i + 0.3 * Math.sin(i));
  const columns = [
    { name: "intercept", values: y.map(() => 1) },
    { name: "treated", values: treated },
  ];
  const peer = runPeer("Rscript", "linear-mixed-model.R", { y, treated, day });
  const rows = [
    ["AR(1)", "ar1", { correlation: autoregressiveErrors }],
    ["CAR(1) on real days", "car1", { correlation: continuousAutoregressiveErrors, times: day }],
  ].flatMap(([label, key, errors]) => {
    const run = () => fitLinearMixedModel({ scores: y, columns, errors });
    const own = medianMilliseconds(run);
    const tested = medianMilliseconds(() => coefficientTests(run()));
    const times = [
      ["nof1, fit", own],
      ["nof1, fit and Kenward–Roger tests", tested],
      ["nlme `gls`, fit", peer.answers?.[key]],
    ];
    return times
      .filter(([, time]) => time !== undefined)
      .map(([name, time], k) => [k === 0 ? label : "", name, `${digits(time)} ms (${digits(time / own)} ×)`]);
  });
  return {
    title: "One patient's trial: generalised least squares",
    versions: [peer.versions].filter(Boolean),
    text: [
      "40 scores, an intercept and a treatment, by restricted maximum likelihood.",
      ...(peer.absent ? [`Not run: R's nlme (${peer.absent}).`] : []),
    ].join("\n"),
    head: ["errors", "by", "time"],
    rows,
  };
}
