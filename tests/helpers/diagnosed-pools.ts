import {
  assessFunnel,
  cumulatePool,
  leaveOneOut,
  poolCounts,
  poolEstimates,
  poolInfluence,
  poolMultilevel,
  poolSummaries,
  poolTwoOutcomes,
  reliefMeanOfRatios,
} from "../../src/pooling/index.ts";
import { readSeries } from "../../src/read/index.ts";
import type {
  EffectEstimate,
  FunnelResult,
  MultilevelResult,
  PooledCountsResult,
  PooledResult,
  PooledSummariesResult,
  PoolInfluence,
  PoolSequence,
} from "../../src/schema/index.ts";
import { referenceEntries } from "./reference.ts";

/** Latitudes of the 13 trials of BCG. */
const LATITUDES = [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33];

/** The first of the 13 trials of BCG against tuberculosis: log risk ratios, with their latitudes. */
export function bcgEffects(k = 13): EffectEstimate[] {
  const [entry] = referenceEntries("pooling.json", /^rma\.bcg_RR\.REML$/u);
  const { yi, vi }: { yi: number[]; vi: number[] } = entry!.inputs;
  return yi.slice(0, k).map((estimate, i) => ({
    estimate,
    variance: vi[i]!,
    series: `Trial ${i + 1}`,
    moderators: { latitude: LATITUDES[i]! },
  }));
}

/** The same log risk ratios as a file, with latitudes and a text. */
export function bcgEffectsFile(k = 13): string {
  const rows = bcgEffects(k).map(
    ({ series, estimate, variance, moderators }, i) =>
      `${series},${estimate},${variance},${moderators!.latitude},${i % 2 === 0 ? "random" : "alternate"}`,
  );
  return `series,estimate,variance,latitude,allocation\n${rows.join("\n")}\n`;
}

const options = { measure: "RR", backTransform: "exp", unit: "log" };

type Diagnosed =
  | MultilevelResult
  | PooledCountsResult
  | PooledSummariesResult
  | FunnelResult
  | PoolSequence
  | PoolInfluence
  | PooledResult;

function diagnosed(name: string, rows: EffectEstimate[]): [string, Diagnosed][] {
  return [
    [`${name} (funnel)`, assessFunnel(rows, options)],
    [`${name} (leave one out)`, leaveOneOut(rows, options)],
    [`${name} (cumulative)`, cumulatePool(rows, options)],
    [`${name} (influence)`, poolInfluence(rows, options)],
  ];
}

/** Four estimates of two papers. */
const nested = [-6, -5, -3, -4].map((estimate, i) => ({
  estimate,
  variance: 0.4,
  moderators: { paper: i < 2 ? "a" : "b" },
}));

/** Relief and its duration in three papers. */
const bothOutcomes = ["a", "b", "c"].flatMap((paper, i) =>
  ["relief", "duration"].map((outcome, j) => ({
    estimate: [0.8, 1.4, 0.5, 1.1, 0.3, 1.9][2 * i + j]!,
    variance: 0.04,
    moderators: { paper, outcome },
  })),
);

const same = [1, 2].map(() => ({ estimate: 0, variance: 1 }));

/** Diagnostics of pools of two to thirteen series, and regressions on a number. */
export const diagnosticFixtures: Readonly<Record<string, Diagnosed>> = Object.fromEntries([
  ...[2, 3, 5, 13].flatMap((k) => diagnosed(`${k} trials`, bcgEffects(k))),
  ...diagnosed("two that agree", same),
  ["papers", poolMultilevel(nested, { levels: ["paper", "series"] })],
  ["two outcomes", poolTwoOutcomes(bothOutcomes)],
  ["13 trials (cumulative by latitude)", cumulatePool(bcgEffects(), { ...options, orderBy: "latitude" })],
  ["counts", poolCounts(readSeries("series,events,n\nA,18,22\nB,5,5\nC,3,9\n"))],
  ["all events", poolCounts(readSeries("series,events,n\nA,2,2\nB,5,5\n"))],
  [
    "a series without its standard deviation",
    poolSummaries(
      readSeries(
        "series,n,mean_percent,sd_percent,lower_bound,upper_bound\nA,5,73.4,,0,100\nB,8,60,20,,\nC,6,55,,0,100",
      ),
      { measure: reliefMeanOfRatios },
    ),
  ],
  ["one count", poolCounts(readSeries("series,events,n\nA,3,9\n"))],
  ...[3, 5, 13].map((k): [string, Diagnosed] => [
    `${k} trials (latitude)`,
    poolEstimates(bcgEffects(k), { ...options, moderators: ["latitude"] }),
  ]),
]);
