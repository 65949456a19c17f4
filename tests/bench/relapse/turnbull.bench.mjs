import { randomStream } from "../../../dist/math/index.js";
import { turnbull } from "../../../dist/relapse/index.js";
import { medianMilliseconds } from "../measure.mjs";
import { runPeer } from "../peer.mjs";

/** Weibull times with a median of 105 days, seen at visits 15 to 45 days apart for a year; a fifth are known exactly. */
function simulatedRows(n, seed) {
  const { uniform } = randomStream(seed);
  return Array.from({ length: n }, () => {
    const time = 105 * (-Math.log(uniform()) / Math.LN2) ** 0.5;
    if (uniform() < 0.2) return { lower: time, upper: time };
    let lower = 0;
    for (let visit = 15 + 30 * uniform(); visit < 365; visit += 15 + 30 * uniform()) {
      if (visit >= time) return { lower, upper: visit };
      lower = visit;
    }
    return { lower, upper: null };
  });
}

const digits = (value) => String(Number(value.toPrecision(2)));

/** The section of docs/performance.md. */
export function section() {
  const tasks = [8, 50, 500].map((n) => ({ n, rows: simulatedRows(n, n) }));
  const asked = tasks.map(({ rows }) => ({
    lower: rows.map(({ lower }) => lower),
    upper: rows.map(({ upper }) => upper),
  }));
  const r = runPeer("Rscript", "turnbull.R", asked);
  const rows = tasks.flatMap(({ n, rows: courses }, i) => {
    const run = (options) => medianMilliseconds(() => turnbull(courses, options), 15);
    const own = run({ nBootstrap: 0 });
    const { logLikelihood } = turnbull(courses, { nBootstrap: 0 }).fit;
    const peer = r.answers?.[i];
    const apart = (value) =>
      value === undefined || value === null ? "" : Math.abs(value - logLikelihood).toExponential(0);
    const times = [
      ["nof1", own, ""],
      ["nof1 with 999 bootstrap resamples", n > 50 ? null : run({}), ""],
      ["npsurv", peer?.npsurv, apart(peer?.logLikelihood)],
      ["survival `survfit`", peer?.survfit, ""],
    ];
    return times
      .filter(([, time]) => time !== null && time !== undefined)
      .map(([name, time, difference], k) => [
        k === 0 ? n : "",
        name,
        `${digits(time)} ms (${digits(time / own)} ×)`,
        difference,
      ]);
  });
  return {
    title: "Turnbull's estimate",
    versions: [r.versions].filter(Boolean),
    text: [
      "Simulated courses, four in five known only as between two visits: masses with the curve and its quantiles. npsurv",
      "searches to the maximum as nof1 does, and the last column is how far the two log-likelihoods are apart; survfit stops",
      "when the curve changes by less than 5e-5.",
      ...(r.absent ? [`Not run: R's survival (${r.absent}).`] : []),
    ].join("\n"),
    head: ["courses", "by", "time", "log-likelihoods differ by"],
    rows,
  };
}
