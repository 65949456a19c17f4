import { readFileSync } from "node:fs";
import { curveProblem, profile } from "../../../dist/inference/index.js";
import { fitCurve } from "../../../dist/math/index.js";
import { medianMilliseconds } from "../measure.mjs";
import { runPeer } from "../peer.mjs";

const reference = (file) =>
  JSON.parse(readFileSync(new URL(`../../reference/${file}`, import.meta.url), "utf8")).entries;
const published = (id) => reference("nls-profiles.json").find((entry) => entry.id === id).inputs;

/** Twelve of the fifteen scores; days before the course count as its first day, where nothing has happened yet. */
function twelveScores() {
  const { t, y } = reference("curves-and-survival.json").find(
    ({ id }) => id === "resp_plateau_LS_synth15",
  ).inputs;
  const kept = [0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 14];
  return { x: kept.map((i) => Math.max(0, t[i])), y: kept.map((i) => y[i]) };
}

const LOG_81 = Math.log(81);

/** Curves with their derivatives; `model` is read by R and by Python. */
const tasks = [
  {
    label: "response curve, 12 scores, 5 parameters (simulated)",
    model: "B*(1-R*(1-exp(-log(2)*x/h))/(1+exp(log(81)*(x-T50)/D)))",
    start: { B: 9, R: 0.75, h: 4, T50: 110, D: 50 },
    ...twelveScores(),
    curve: {
      value: (x, [B, R, h, T50, D]) =>
        B * (1 - (R * -Math.expm1((-Math.LN2 * x) / h)) / (1 + Math.exp((LOG_81 * (x - T50)) / D))),
      gradient(x, [B, R, h, T50, D], out) {
        const remaining = Math.exp((-Math.LN2 * x) / h);
        const kept = 1 / (1 + Math.exp((LOG_81 * (x - T50)) / D));
        const relief = R * (1 - remaining) * kept;
        const lost = B * relief * (1 - kept) * (LOG_81 / D);
        out[0] = 1 - relief;
        out[1] = -B * (1 - remaining) * kept;
        out[2] = (B * R * kept * remaining * Math.LN2 * x) / (h * h);
        out[3] = -lost;
        out[4] = (-lost * (x - T50)) / D;
      },
    },
  },
  {
    label: "logistic growth, R's Orange tree 2, 7 points, 3 parameters",
    model: "Asym/(1+exp((xmid-x)/scal))",
    start: { Asym: 200, xmid: 700, scal: 350 },
    ...published("orange_2"),
    curve: {
      value: (x, [top, middle, scale]) => top / (1 + Math.exp((middle - x) / scale)),
      gradient(x, [top, middle, scale], out) {
        const z = (x - middle) / scale;
        const share = 1 / (1 + Math.exp(-z));
        const slope = (top * share) / (1 + Math.exp(z)) / scale;
        out[0] = share;
        out[1] = -slope;
        out[2] = -slope * z;
      },
    },
  },
  {
    label: "two exponentials, R's Indometh subject 6, 11 points, 4 parameters",
    model: "A1*exp(-exp(lrc1)*x)+A2*exp(-exp(lrc2)*x)",
    start: { A1: 3, lrc1: 1, A2: 1, lrc2: -1 },
    ...published("indometh_6"),
    curve: {
      value: (x, [a1, k1, a2, k2]) => a1 * Math.exp(-Math.exp(k1) * x) + a2 * Math.exp(-Math.exp(k2) * x),
      gradient(x, p, out) {
        for (const k of [0, 2]) {
          const rate = Math.exp(p[k + 1]);
          out[k] = Math.exp(-rate * x);
          out[k + 1] = -p[k] * rate * x * out[k];
        }
      },
    },
  },
];

/** Times of nof1 for one task, with derivatives or without. */
function ours({ curve, x, y, start }, derivatives) {
  const used = derivatives ? curve : { value: curve.value };
  const fitted = () => fitCurve(used, { x, y }, Object.values(start));
  const both = () => {
    const problem = curveProblem(used, { x, y }, fitted());
    return profile.estimate(problem, problem.parameters).intervals.map(({ lower, upper }) => [lower, upper]);
  };
  return { fit: medianMilliseconds(fitted), both: medianMilliseconds(both), limits: both() };
}

const digits = (value) => String(Number(value.toPrecision(2)));

/** Largest difference of two tables of limits, as a share of the width of each interval. */
function difference(limits, exact) {
  const shares = limits.flatMap(([lower, upper], j) =>
    [lower - exact[j][0], upper - exact[j][1]].map((d) => Math.abs(d) / (exact[j][1] - exact[j][0])),
  );
  return Math.max(...shares);
}

function row(label, name, times, own) {
  const ratio = (value, base) => (value === null ? "–" : `${digits(value)} ms (${digits(value / base)} ×)`);
  const apart = times.limits ? difference(times.limits, own.limits).toExponential(0) : times.error;
  return [label, name, ratio(times.fit, own.fit), ratio(times.both, own.both), times === own ? "" : apart];
}

/** The section of docs/performance.md. */
export function section() {
  const asked = tasks.map(({ model, start, x, y }) => ({ model, start, x, y }));
  const r = runPeer("Rscript", "response.R", asked);
  const python = runPeer("/usr/bin/python3", "response.py", asked);
  const rows = tasks.flatMap((task, i) => {
    const own = ours(task, true);
    const all = [
      ["nof1", own],
      ["nof1, derivatives by differences", ours(task, false)],
      ["minpack.lm `nlsLM`, `confint`", r.answers?.[i]],
      ["SciPy `curve_fit`, repeated inside `brentq`", python.answers?.[i].scipy],
      ["lmfit `minimize`, `conf_interval`", python.answers?.[i].lmfit],
    ];
    return all
      .filter(([, times]) => times)
      .map(([name, times], k) => row(k === 0 ? task.label : "", name, times, own));
  });
  const absent = [
    ["R's minpack.lm", r.absent],
    ["SciPy and lmfit", python.absent],
  ].filter(([, reason]) => reason);
  return {
    title: "Least squares with profile intervals",
    versions: [r.versions, python.versions?.scipy, python.versions?.lmfit].filter(Boolean),
    text: [
      "One fit, and one fit with the 95 % profile limits of every parameter, from the same start. The others take",
      "derivatives by differences, as their users call them. In brackets how many times nof1 with derivatives. The last",
      "column is the largest distance of a limit from nof1's, as a share of the interval: `confint` interpolates,",
      "`conf_interval` and `brentq` stop at their tolerance, and nof1's limits are within 1e-8 of the exact roots of",
      "`tests/reference/nls.test.ts`.",
      ...absent.map(([name, reason]) => `Not run: ${name} (${reason}).`),
    ].join("\n"),
    head: ["task", "by", "fit", "fit and profiles", "limits differ by"],
    rows,
  };
}
