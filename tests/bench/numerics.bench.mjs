import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as nof1 from "../../dist/math/index.js";
import { applyQTransposed, factorQrInPlace } from "../../dist/math/linear/householder-qr.js";
import { solveUpper } from "../../dist/math/linear/triangular.js";
import { model, start } from "./peers/numerics.plateau.mjs";

// Microseconds of processor time a run, beside the same task in C++ (g++ -O3, compiled here) and, where they are
// installed, in R and SciPy, as ratios of one run. Each task's result is held against the peers'. Printed, not asserted.
const results = new Map();
function report(name, runs, task) {
  const times = [];
  let result = 0;
  for (let batch = 0; batch < 16; batch++) {
    const before = process.cpuUsage();
    for (let i = 0; i < runs; i++) result = task();
    const { user, system } = process.cpuUsage(before);
    if (batch > 0) times.push((1000 * (user + system)) / runs);
  }
  results.set(name, { nanoseconds: times.sort((a, b) => a - b)[7], result });
}

const fit = () => nof1.leastSquares(model, start).residualSumOfSquares;
report("fit, 5 parameters, 10 points", 1000, fit);
report("fit, the peer a plain method", 1000, fit);

const matrix = (rows, columns, entry) => ({
  rows,
  columns,
  values: Float64Array.from({ length: rows * columns }, (_, k) =>
    entry(Math.floor(k / columns), k % columns),
  ),
});
const design = matrix(20, 5, (i, j) => Math.sin(1 + (5 * i + j) ** 2));
const target = Float64Array.from({ length: 20 }, (_, i) => Math.cos(i));
const positive = matrix(8, 8, (i, j) => 1 / (1 + i + j) + Number(i === j));
const factors = nof1.householderQr(design);
const rotated = new Float64Array(20);
report("QR 20 x 5 and its solution", 20_000, () => {
  factors.packed.values.set(design.values);
  rotated.set(target);
  factorQrInPlace(factors, true);
  applyQTransposed(factors, rotated);
  solveUpper(factors.packed, rotated);
  return rotated[4];
});
report("QR in new arrays", 5000, () => nof1.qrSolve(nof1.householderQr(design), target)[factors.pivots[4]]);
const factor = nof1.zeros(8, 8);
report("Cholesky 8 x 8", 100_000, () => {
  factor.values.set(positive.values);
  return nof1.choleskyInPlace(factor) ? factor.values[63] : null;
});
report("Cholesky in a new array", 20_000, () => nof1.cholesky(positive).values[63]);

const data = [73, 80, 66, 90, 58, 71, 77, 62, 85, 69, 74, 81, 60, 79, 88, 64, 70, 76, 83, 67];
for (const n of [5, 20]) {
  const sample = data.slice(0, n);
  const resample = () => nof1.bootstrap(sample, nof1.sampleMean, { nResamples: 10_000, seed: 1 });
  report(`10,000 means, n = ${n}`, 10, () => resample().replicates[5000]);
  report(`10,000 means and BCa, n = ${n}`, 10, () => {
    const { lower, upper } = nof1.bca.limits(resample(), 0.95);
    return lower + upper;
  });
}

// A thousand points spread evenly over probabilities and parameters: Roberts's sequence, as in the other languages.
function meanQuantile(quantile) {
  let sum = 0;
  for (let i = 1; i <= 1000; i++) {
    sum += quantile((i * 0.8191725133961645) % 1, (i * 0.6710436067037893) % 1, (i * 0.5497004779019703) % 1);
  }
  return sum / 1000;
}
report("1,000 t quantiles", 1, () => meanQuantile((p, u) => nof1.studentT.quantile(p, 1 + 50 * u)));
report("1,000 beta quantiles", 1, () =>
  meanQuantile((p, u, v) => nof1.beta.quantile(p, 0.5 + 20 * u, 0.5 + 20 * v)),
);

/** What a peer prints, by task: nanoseconds and result; nothing where it isn't installed. */
function peer(name, command, ...options) {
  const { status, stdout } = spawnSync(command, options, { encoding: "utf8" });
  if (status !== 0)
    console.log(`skipped beside ${name}: ${command} is not installed, or lacks what it needs`);
  const lines = status === 0 ? stdout.trim().split("\n") : [];
  return {
    name,
    tasks: new Map(
      lines.map((line) => line.split("\t")).map(([task, ns, result]) => [task, [Number(ns), Number(result)]]),
    ),
  };
}
const path = (file) => fileURLToPath(new URL(file, import.meta.url));
const program = join(mkdtempSync(join(tmpdir(), "nof1-bench-")), "numerics");
const built = spawnSync("g++", ["-std=c++17", "-O3", "-o", program, path("native/numerics.cpp")]);
const peers = [
  peer("C++", built.status === 0 ? program : "g++"),
  peer("R", "Rscript", "--vanilla", path("peers/numerics.R")),
  peer("SciPy", "python3", path("peers/numerics.py")),
];

const cell = (text) => text.padStart(11);
console.log(
  ["µs a run".padEnd(34), "nof1", ...peers.flatMap(({ name }) => [name, "ratio"])].map(cell).join(""),
);
for (const [task, { nanoseconds, result }] of results) {
  const cells = peers.flatMap(({ tasks }) => {
    const [ns, other] = tasks.get(task) ?? [];
    if (ns === undefined) return ["–", "–"];
    // Resampling differs by chance, everything else by rounding only.
    const agrees = Math.abs(other / result - 1) < (task.startsWith("10,000") ? 0.02 : 1e-7);
    return [(ns / 1000).toFixed(2), `${(nanoseconds / ns).toFixed(2)}${agrees ? "" : "!"}`];
  });
  console.log([task.padEnd(34), (nanoseconds / 1000).toFixed(2), ...cells].map(cell).join(""));
}
console.log("! marks a result that differs from ours.");
