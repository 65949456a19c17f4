import { charts, toSvg } from "../../../dist/render/charts/index.js";
import { galleryCases } from "../../../scripts/gallery/cases/index.mjs";

const RUNS = 5;

const middle = (sorted) => sorted[sorted.length >> 1];

/** Least processor time of some runs in milliseconds, from a result to its SVG. */
async function drawingTime(chart, result) {
  const times = [];
  for (let i = 0; i < RUNS; i++) {
    const start = process.cpuUsage();
    await toSvg(chart.spec(result));
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

/** A row of the table, with its times as they were measured. */
async function rowOf(chart) {
  const times = [];
  for (const { name, result } of galleryCases.filter((one) => one.chart === chart.name))
    times.push({ name, time: await drawingTime(chart, result()) });
  times.sort((a, b) => a.time - b.time);
  const worst = times.at(-1);
  const row = [
    chart.name,
    times.length,
    `${middle(times).time.toFixed(0)} ms`,
    `${worst.time.toFixed(0)} ms`,
    worst.name,
  ];
  return { times, row };
}

/** The section of docs/performance.md. */
export async function section() {
  const drawn = [];
  // Every chart once, so that the first of the table is no slower for being first.
  for (const chart of charts)
    await drawingTime(chart, galleryCases.find((one) => one.chart === chart.name).result());
  for (const chart of charts) drawn.push(await rowOf(chart));
  const all = drawn.flatMap(({ times }) => times.map(({ time }) => time)).sort((a, b) => a - b);
  return {
    title: "Charts: from a result to its SVG",
    versions: [],
    text: `Processor time of every picture of [the gallery](gallery/README.md), warm, the least of ${RUNS} runs: specification, compilation by
Vega-Lite, drawing by Vega. Of all ${all.length} the median is ${middle(all).toFixed(0)} ms and the longest ${all.at(-1).toFixed(0)} ms.`,
    head: ["chart", "cases", "median", "longest", "which"],
    rows: drawn.map(({ row }) => row),
  };
}
