import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Commands from the start of their process to the end.
const root = fileURLToPath(new URL("../../../", import.meta.url));
const RUNS = Number(process.env.NOF1_BENCH_RUNS ?? 5);
/** Tells the processor time when the command ends. */
const TOLD =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>{const{user,system}=process.cpuUsage();writeSync(2,"cpu "+(user+system)/1000+"\\n")})';

const typical = "datasets/simulated/typical.csv";
const kizawa = "datasets/kizawa-2006/patient.csv";
const tasks = [
  ["`nof1 --help`", ["--help"]],
  ["table of one course, profile intervals", ["response", typical, "--interval", "profile"]],
  [
    "page of one course, profile intervals",
    ["response", typical, "--interval", "profile", "--format", "html"],
  ],
  ["table of one course, posterior", ["response", typical]],
  ["page of one course, posterior", ["response", typical, "--format", "html"]],
  [
    "`nof1 report --pages brief` of one course, posterior",
    ["report", typical, "--replace", "--pages", "brief"],
  ],
  ["`nof1 report` of one course, posterior", ["report", typical, "--replace"]],
  ["`nof1 report` of the shipped case: three courses with days in doubt", ["report", kizawa, "--replace"]],
];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Processor time of a command and the time that a user waits, in seconds, from the start of its process to the end. */
function seconds(argv, out) {
  const start = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--import", TOLD, "dist/cli/bin.js", ...argv, ...(argv[0] === "--help" ? [] : ["-o", out])],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`nof1 ${argv.join(" ")}: ${stderr}`);
  const waited = (performance.now() - start) / 1000;
  return { processor: Number(/cpu ([\d.]+)/u.exec(stderr)[1]) / 1000, waited };
}

/** The section of docs/performance.md. */
export function section() {
  const folder = mkdtempSync(join(tmpdir(), "nof1-bench-"));
  const rows = tasks.map(([name, argv], i) => {
    const runs = Array.from({ length: RUNS }, () => seconds(argv, join(folder, String(i))));
    const time = (which) => `${median(runs.map((run) => run[which])).toFixed(2)} s`;
    return [name, time("processor"), time("waited")];
  });
  rmSync(folder, { recursive: true });
  return {
    title: "The command line, cold",
    text: `From the start of the process to its end, medians of ${RUNS} runs. A user waits for about two thirds of the processor time where
there are two cores, since Node compiles beside the work, and a page's pictures are drawn in a thread while the next numbers are
computed. Vega is loaded only where a picture is drawn. A page of a posterior holds four pictures: the fit, what comes next, what the
scores changed (the priors are drawn from alone) and how well the curve fits (each score is left out in turn). A shipped case whose days are in doubt is fitted a second time, with the days averaged over their bounds.`,
    head: ["command", "processor time", "on the clock"],
    rows,
    versions: [],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(
    section()
      .rows.map((row) => row.join(" | "))
      .join("\n"),
  );
