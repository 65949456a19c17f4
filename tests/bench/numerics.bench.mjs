import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cholesky, householderQr, leastSquares, qrSolve } from "../../dist/math/index.js";
import { plateau } from "../../dist/response/index.js";

// Nanoseconds a run beside the same task in C++ (g++ -O3, compiled here), as ratios of one run. Printed, never asserted.
function median(runs, task) {
  const times = [];
  for (let batch = 0; batch < 16; batch++) {
    const start = performance.now();
    for (let i = 0; i < runs; i++) task();
    if (batch > 0) times.push(((performance.now() - start) * 1e6) / runs);
  }
  return times.sort((a, b) => a - b)[7];
}

const days = [-7, 0, 4, 10, 28, 60, 90, 112, 140, 168];
const scores = [9.1, 8.9, 5.4, 3.1, 2.2, 2.1, 3.2, 5.1, 7.6, 8.8];
const slopes = new Float64Array(5);
const natural = new Float64Array(4);

function curve(parameters, visit) {
  natural[0] = 1 / (1 + Math.exp(-parameters[1]));
  for (let k = 1; k < 4; k++) natural[k] = Math.exp(parameters[k + 1]);
  for (let i = 0; i < days.length; i++) {
    const relief = days[i] > 0 ? plateau.gradient(days[i], natural, slopes) : 0;
    if (days[i] <= 0) slopes.fill(0);
    visit(i, relief);
  }
}

const model = {
  size: days.length,
  residuals(parameters, out) {
    curve(parameters, (i, relief) => {
      out[i] = parameters[0] * (1 - relief) - scores[i];
    });
  },
  jacobian(parameters, out) {
    curve(parameters, (i, relief) => {
      out.values[i * 5] = 1 - relief;
      for (let k = 0; k < 4; k++) out.values[i * 5 + k + 1] = -parameters[0] * slopes[k];
    });
  },
};
const start = [9, 1.1, Math.log(4), Math.log(110), Math.log(50)];
const design = {
  rows: 20,
  columns: 5,
  values: Float64Array.from({ length: 100 }, (_, i) => Math.sin(1 + i * i)),
};
const target = Float64Array.from({ length: 20 }, (_, i) => Math.cos(i));
const positive = {
  rows: 8,
  columns: 8,
  values: Float64Array.from(
    { length: 64 },
    (_, k) => 1 / (1 + (k >> 3) + (k & 7)) + (k >> 3 === (k & 7) ? 1 : 0),
  ),
};

const ours = {
  "fit 5 parameters, 10 points": median(500, () => leastSquares(model, start)),
  "QR 20 x 5": median(5000, () => qrSolve(householderQr(design), target)),
  "Cholesky 8 x 8": median(20_000, () => cholesky(positive)),
};

const source = fileURLToPath(new URL("./native/numerics.cpp", import.meta.url));
const program = join(mkdtempSync(join(tmpdir(), "nof1-bench-")), "numerics");
const compiled = spawnSync("g++", ["-O3", "-o", program, source], { stdio: "inherit" });
if (compiled.status !== 0) console.log("skipped the comparison: no g++");
const native = new Map(
  compiled.status === 0
    ? execFileSync(program, { encoding: "utf8" })
        .trim()
        .split("\n")
        .map((line) => /^(.*) ([\d.]+) \S+$/.exec(line))
        .map(([, name, nanoseconds]) => [name, Number(nanoseconds)])
    : [],
);
for (const [name, nanoseconds] of Object.entries(ours)) {
  const peer = native.get(name);
  const ratio = peer ? `, C++ ${peer.toFixed(0)} ns, ratio ${(nanoseconds / peer).toFixed(2)}` : "";
  console.log(`${name.padEnd(30)} ${nanoseconds.toFixed(0)} ns${ratio}`);
}
