import { readFileSync } from "node:fs";
import { fitRelapse, flatRelapsePriors } from "../../../dist/relapse/index.js";
import { medianMilliseconds } from "../measure.mjs";
import { runPeer } from "../peer.mjs";

const file = new URL("../../reference/curves-and-survival.json", import.meta.url);
const entries = JSON.parse(readFileSync(file, "utf8")).entries;
const tasks = [
  ["8 courses seen at visits", "sr_synth_relapse_2_6_months"],
  ["11 exact and right-censored times (R's aml)", "sr_aml_maintained_rightcens"],
].map(([label, id]) => {
  const { left, right } = entries.find((entry) => entry.id === id).inputs;
  return { label, rows: left.map((lower, i) => ({ lower, upper: right[i] })) };
});

const digits = (value) => String(Number(value.toPrecision(2)));
const likelihood = { priors: flatRelapsePriors, quantiles: [], timeUnit: "month" };

/** The section of docs/performance.md. */
export function section() {
  const asked = tasks.map(({ rows }) => ({
    lower: rows.map(({ lower }) => lower),
    upper: rows.map(({ upper }) => upper),
  }));
  const r = runPeer("Rscript", "fit-relapse.R", asked);
  const rows = tasks.flatMap(({ label, rows: courses }, i) => {
    const run = (options) => medianMilliseconds(() => fitRelapse(courses, options), 15);
    const own = run(likelihood);
    const { lower, upper } = fitRelapse(courses, likelihood).estimates[0];
    const peer = r.answers?.[i];
    const apart = peer?.limits
      ? Math.max(Math.abs(peer.limits[0] - lower), Math.abs(peer.limits[1] - upper)).toExponential(0)
      : "";
    const times = [
      ["nof1, maximum likelihood, whole result", own, ""],
      ["nof1, posterior, whole result", run({ timeUnit: "month" }), ""],
      ["survival `survreg`, fit alone", peer?.fit, ""],
      ["survival `survreg`, then the median's limits by `optimize` inside `uniroot`", peer?.both, apart],
    ];
    return times
      .filter(([, time]) => time !== null && time !== undefined)
      .map(([name, time, difference], k) => [
        k === 0 ? label : "",
        name,
        `${digits(time)} ms (${digits(time / own)} ×)`,
        difference,
      ]);
  });
  return {
    title: "Time to relapse: Weibull fits",
    versions: [r.versions].filter(Boolean),
    text: [
      "nof1's times are those of the whole result: profile limits of the median and of the parameters, the curve with its",
      "band, residuals and the next relapse. survreg gives a fit alone; the median's profile limits are then a loop that its user writes.",
      ...(r.absent ? [`Not run: R's survival (${r.absent}).`] : []),
    ].join("\n"),
    head: ["courses", "by", "time", "limits differ by"],
    rows,
  };
}
