import { huma2020, ivigSeries, morozumi2009 } from "../../../dist/datasets/index.js";
import {
  assessFunnel,
  cumulatePool,
  describeProportion,
  describeSummary,
  leaveOneOut,
  poolBayes,
  poolBayesSensitivity,
  poolCounts,
  poolEstimates,
  poolInfluence,
  poolMultilevel,
  poolSeries,
  poolSummaries,
  readSeries,
} from "../../../dist/index.js";
import {
  halfNormal,
  logitProportion,
  priorsAround,
  reliefMeanOfRatios,
  riskRatio,
} from "../../../dist/pooling/index.js";
import { LONG_NAME } from "../made-up.mjs";

/** SYNTHETIC differences of k series, with a dose beside each. */
const series = (k, name = (i) => `Series ${i + 1}`) =>
  Array.from({ length: k }, (_, i) => ({
    series: name(i),
    estimate: -2 + 1.6 * Math.sin(1.7 * i),
    variance: 0.08 + 0.05 * ((i * 7) % 9),
    moderators: { dose: 0.4 + 0.2 * ((i * 5) % 9), paper: `Paper ${(i >> 1) + 1}` },
  }));
const equal = [1, 2, 3].map((i) => ({ series: `Series ${i}`, estimate: -1, variance: 0.2 }));
const longNames = series(4, (i) => `${i + 1}, ${LONG_NAME}`);
const options = { measure: "MD", unit: "score" };
const MADE_UP = "SYNTHETIC series of differences.";
const counts = (text) => readSeries(`series,events,n\n${text}`);
const incomplete = (rows) =>
  poolSummaries(readSeries(`series,n,mean_percent,sd_percent,lower_bound,upper_bound\n${rows}`), {
    measure: reliefMeanOfRatios,
  });
const CONTROLLED = "nof1 pool datasets/ivig-series/controlled.csv --measure RR";
// Series that share no patients.
const keep = ["goebel-2002-25", "goebel-2010-2pt", "levy-2003", "morozumi-2009", "rist-2011-mrs"];
const SINGLE_ARM = `nof1 pool datasets/ivig-series/single-arm.csv --keep ${keep.join(" ")}`;

/** One chart on the made-up series: seven of them, then the hard cases that it can draw. */
function hardPools(chart, draw, made, hard) {
  return [
    { chart, name: "seven series", note: MADE_UP, made, result: () => draw(series(7)) },
    ...Object.entries({
      "one series": series(1),
      "two series": series(2),
      "all equal": equal,
      "names of 200 characters": longNames,
      "forty series": series(40),
    })
      .filter(([name]) => hard.includes(name))
      .map(([name, rows]) => ({ chart, name, result: () => draw(rows) })),
  ];
}
const few = ["two series", "all equal", "names of 200 characters", "forty series"];
const all = ["one series", ...few];

export const poolingCases = [
  {
    chart: "forest",
    name: "two published trials",
    note: "Two trials that differ too much for a mean to tell anything, and the picture says so.",
    made: `${CONTROLLED} --format png -o forest.png`,
    result: () => poolSeries(ivigSeries.controlled, { measure: riskRatio }),
  },
  {
    chart: "forest",
    name: "published series",
    note: "Shares of patients who improved, with the certainty of each row.",
    made: `${SINGLE_ARM} --measure PLO --format png -o forest.png`,
    result: () => poolSeries(ivigSeries.singleArm, { measure: logitProportion, keep }),
  },
  ...hardPools("forest", (rows) => poolEstimates(rows, options), "poolEstimates(rows)", all),
  ...hardPools(
    "bubble",
    (rows) => poolEstimates(rows, { ...options, moderators: ["dose"] }),
    'poolEstimates(rows, { moderators: ["dose"] })',
    ["names of 200 characters", "forty series"],
  ),
  ...hardPools("funnel", (rows) => assessFunnel(rows, options), "assessFunnel(rows)", few),
  ...hardPools("leave-one-out", (rows) => leaveOneOut(rows, options), "leaveOneOut(rows)", few),
  ...hardPools("cumulative", (rows) => cumulatePool(rows, options), "cumulatePool(rows)", few),
  ...hardPools("influence", (rows) => poolInfluence(rows, options), "poolInfluence(rows)", few),
  ...hardPools("baujat", (rows) => poolInfluence(rows, options), "poolInfluence(rows)", few.slice(1)),
  ...hardPools(
    "multilevel",
    (rows) => poolMultilevel(rows, { ...options, levels: ["paper", "series"] }),
    'poolMultilevel(rows, { levels: ["paper", "series"] })',
    ["names of 200 characters", "forty series"],
  ),
  ...hardPools(
    "shrinkage",
    (rows) => poolBayes(rows, { ...options, prior: halfNormal(1) }),
    "poolBayes(rows, { prior: halfNormal(1) })",
    all,
  ),
  ...hardPools(
    "prior-sensitivity",
    (rows) => poolBayesSensitivity(rows, { ...options, priors: priorsAround(1) }),
    "poolBayesSensitivity(rows, { priors: priorsAround(1) })",
    all,
  ),
  {
    chart: "pooled-counts",
    name: "published series",
    note: "Counts by their exact likelihood.",
    made: `${SINGLE_ARM} --exact --format png -o counts.png`,
    result: () => poolCounts(ivigSeries.singleArm, { keep }),
  },
  { chart: "pooled-counts", name: "one count", result: () => poolCounts(counts("A,3,9\n")) },
  { chart: "pooled-counts", name: "all events", result: () => poolCounts(counts("A,2,2\nB,5,5\n")) },
  {
    chart: "summary-pool",
    name: "a series without its standard deviation",
    note: "A published mean of five patients beside made-up series that tell their standard deviation.",
    made: "nof1 pool reports.csv --measure relief-mean-of-ratios --format png -o pool.png",
    result: () => incomplete("Morozumi 2009,5,73.4,,0,100\nMade up A,8,60,20,,\nMade up B,6,55,15,,\n"),
  },
  {
    chart: "summary-pool",
    name: "names of 200 characters",
    result: () => incomplete(`"A ${LONG_NAME}",5,73.4,,0,100\n"B ${LONG_NAME}",8,60,20,,\n`),
  },
  {
    chart: "proportion",
    name: "a review's patients",
    note: "18 of 22 improved (Humă 2020), by every method.",
    made: "nof1 proportion 18 22 --format png -o proportion.png",
    result: () => describeProportion(huma2020[0].events, huma2020[0].n),
  },
  { chart: "proportion", name: "one of one", result: () => describeProportion(1, 1) },
  { chart: "proportion", name: "none of sixty", result: () => describeProportion(0, 60) },
  {
    chart: "summary-layers",
    name: "a published mean",
    note: "What n = 5, mean 73.4 % says without a standard deviation, layer by layer.",
    made: "nof1 summary datasets/morozumi-2009/relief.json --format png -o layers.png",
    result: () => describeSummary(morozumi2009.relief),
  },
  {
    chart: "summary-layers",
    name: "a published range",
    note: "Two to six months.",
    made: "nof1 summary datasets/morozumi-2009/duration.json --format png -o layers.png",
    result: () => describeSummary(morozumi2009.duration),
  },
  {
    chart: "summary-layers",
    name: "one patient",
    result: () => describeSummary({ n: 1, mean: 5, step: 1, lower: 0, upper: 10 }),
  },
  {
    chart: "summary-layers",
    name: "all equal",
    result: () => describeSummary({ n: 3, mean: 5, sd: 0, step: 1, lower: 0, upper: 10 }),
  },
  {
    chart: "reconstructed-samples",
    name: "whole scores",
    note: "SYNTHETIC: every sample of scores that has this mean and standard deviation.",
    made: "nof1 summary --n 6 --mean 4.2 --sd 2.1 --lower 0 --upper 10 --step 1 --chart samples --format png -o samples.png",
    result: () =>
      describeSummary({ n: 6, mean: 4.2, decimals: 1, sd: 2.1, sdDecimals: 1, step: 1, lower: 0, upper: 10 }),
  },
  {
    chart: "reconstructed-samples",
    name: "one patient",
    result: () => describeSummary({ n: 1, mean: 5, step: 1, lower: 0, upper: 10 }),
  },
  {
    chart: "reconstructed-samples",
    name: "too many to list",
    result: () =>
      describeSummary({ n: 30, mean: 6.2, decimals: 1, step: 1, lower: 0, upper: 10 }, { mostSamples: 50 }),
  },
];
