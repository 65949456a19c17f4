import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simulatePatient } from "../dist/index.js";
import { randomStream } from "../dist/math/random/random-stream.js";

// Writes SYNTHETIC patients to try a batch on: `npm run simulate -- N DIR [--one-file] [--seed S]`. Every patient has a
// truth of its own, drawn around the typical seed; patient i is the same whatever N is.
const DAYS = [-7, 0, 7, 14, 45, 90, 120, 180];
const SCALE = { minimum: 0, maximum: 10, step: 1 };
const HEAD = "patient,day,score,dose_g_per_kg,note";
const USAGE = "npm run simulate -- N DIR [--one-file] [--seed S]";

function read(argv) {
  const words = [...argv];
  const oneFile = words.includes("--one-file");
  const at = words.indexOf("--seed");
  const seed = at === -1 ? 1 : Number(words[at + 1]);
  const skipped = at === -1 ? [] : [at, at + 1];
  const [n, folder] = words.filter((word, i) => word !== "--one-file" && !skipped.includes(i));
  const count = Number(n);
  if (!Number.isSafeInteger(count) || count < 1 || !folder || !Number.isSafeInteger(seed)) {
    throw new Error(`a number of patients, a folder and a whole seed are needed: ${USAGE}`);
  }
  return { count, folder, oneFile, seed };
}

const between = (random, lower, upper) => lower + (upper - lower) * random.uniform();

function rowsOf(i, seed) {
  const patient = `simulated-${String(i + 1).padStart(5, "0")}`;
  const ownSeed = seed * 1_000_003 + i;
  const random = randomStream(seed, i);
  const parameters = [
    between(random, 0.3, 0.9),
    between(random, 2, 8),
    between(random, 60, 150),
    between(random, 30, 90),
  ];
  const truth = {
    patient,
    scale: SCALE,
    baseline: between(random, 6, 10),
    residualSd: between(random, 0.4, 1.2),
    courses: [{ day: 0, doseGPerKg: 2, parameters }],
    days: DAYS,
  };
  const { scores } = simulatePatient(truth, { seed: ownSeed });
  return scores.map(({ day, lower }, k) => {
    const cells = [patient, day, lower, day === 0 ? 2 : "", k === 0 ? "SYNTHETIC" : ""];
    return `${cells.join(",")}\n`;
  });
}

const { count, folder, oneFile, seed } = read(process.argv.slice(2));
mkdirSync(folder, { recursive: true });
const patients = Array.from({ length: count }, (_, i) => i);
if (oneFile) {
  const rows = patients.flatMap((i) => rowsOf(i, seed));
  writeFileSync(join(folder, "patients.csv"), `${HEAD}\n${rows.join("")}`);
} else {
  for (const i of patients) {
    const name = `simulated-${String(i + 1).padStart(5, "0")}.csv`;
    writeFileSync(join(folder, name), `${HEAD}\n${rowsOf(i, seed).join("")}`);
  }
}
console.log(`${count} SYNTHETIC patients written to ${folder}, seed ${seed}`);
