import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runPeer } from "../peer.mjs";

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const bin = pathOf("../../../dist/cli/bin.js");
const usage = new URL("tell-usage.mjs", import.meta.url).href;

/** All of them by default; fewer to try the section: BATCH_PATIENTS=100. */
const MOST = Number(process.env.BATCH_PATIENTS ?? 10_000);
const few = (n) => Math.max(1, Math.round((n * MOST) / 10_000));

const batches = [
  {
    what: "Wald limits, results and tables",
    options: ["--interval", "wald", "--pages", "none"],
    sizes: [few(1000), MOST],
  },
  {
    what: "profile limits, results and tables",
    options: ["--interval", "profile", "--pages", "none"],
    sizes: [few(1000)],
  },
  { what: "profile limits, picture and page", options: ["--interval", "profile"], sizes: [few(100)] },
  { what: "posterior, results and tables", options: ["--pages", "none"], sizes: [few(20)] },
  { what: "posterior, picture and page: the default", options: [], sizes: [few(20)] },
];
const N_IN_R = few(200);

function simulate(n, folder) {
  const { status, stderr } = spawnSync(process.execPath, [
    pathOf("../../../scripts/simulate.mjs"),
    String(n),
    folder,
  ]);
  if (status !== 0) throw new Error(String(stderr));
}

/** One batch in a process of its own: wall clock, processor time and memory of all its threads. */
function measured(input, out, workers, options) {
  const usageFile = `${out}.usage.json`;
  const argv = ["report", input, "-o", out, "--workers", String(workers), "--quiet", ...options];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", usage, bin, ...argv], {
    encoding: "utf8",
    env: { ...process.env, USAGE_FILE: usageFile },
  });
  const seconds = (performance.now() - start) / 1000;
  // 1: some patients have no answer.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  rmSync(out, { recursive: true, force: true });
  return { seconds, ...JSON.parse(readFileSync(usageFile, "utf8")) };
}

function rowsOf({ what, options, sizes }, folder) {
  return sizes.flatMap((n) => {
    const input = join(folder, `in-${n}`);
    simulate(n, input);
    const rows = [1, 2].map((workers) => {
      const { seconds, kilobytes, cpuSeconds } = measured(input, join(folder, "out"), workers, options);
      const cells = [what, n, workers, (n / seconds).toFixed(1), (n / cpuSeconds).toFixed(1)];
      return [...cells, `${Math.round(kilobytes / 1024)} MB`];
    });
    rmSync(input, { recursive: true });
    return rows;
  });
}

/** Days after the course, which count as its first day before it, and scores. */
function scoresOf(path) {
  const rows = readFileSync(path, "utf8").trimEnd().split("\n").slice(1);
  const cells = rows.map((row) => row.split(",").slice(1, 3).map(Number));
  return { x: cells.map(([day]) => Math.max(0, day)), y: cells.map(([, score]) => score) };
}

function rowInR(folder) {
  const input = join(folder, "in-r");
  simulate(N_IN_R, input);
  const names = Array.from({ length: N_IN_R }, (_, i) => `simulated-${String(i + 1).padStart(5, "0")}.csv`);
  const answer = runPeer(
    "Rscript",
    "batch.R",
    names.map((name) => scoresOf(join(input, name))),
  );
  if (answer.absent) return { versions: [], rows: [["R: not run", "", "", answer.absent, "", ""]] };
  const { fitted, limits, seconds, cpuSeconds, megabytes, versions } = answer;
  const what = `R: \`nlsLM\` and \`confint\`; ${fitted} of ${N_IN_R} could be fitted, ${limits} had all limits`;
  const rate = (duration) => (N_IN_R / duration).toFixed(1);
  return {
    versions: [versions],
    rows: [[what, N_IN_R, 1, rate(seconds), rate(cpuSeconds), `${Math.round(megabytes)} MB`]],
  };
}

/** The section of docs/performance.md. */
export function section() {
  const [load] = loadavg();
  const folder = mkdtempSync(join(tmpdir(), "nof1-bench-"));
  try {
    const peer = rowInR(folder);
    return {
      title: "`nof1 report`: a folder of patients",
      versions: peer.versions,
      text: `Simulated patients of \`npm run simulate\`, 8 scores each, a file for each: reading, fits, reports, index and tables, every
file synchronised with the disk; "results and tables" is \`--pages none\`. A second of processor time counts all threads, so it
says what an idle core does. R fits the same patients with the same curve by least squares, without priors, and profiles its five
parameters (\`nlsLM\`, \`confint\`), and writes nothing; nof1 fits rounded scores under priors, with limits of the derived
quantities and a fit without an effect. Load of the machine when it began: ${load.toFixed(1)}.`,
      head: [
        "task",
        "patients",
        "workers",
        "patients per second",
        "per second of processor time",
        "peak memory",
      ],
      rows: [...batches.flatMap((batch) => rowsOf(batch, folder)), ...peer.rows],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
