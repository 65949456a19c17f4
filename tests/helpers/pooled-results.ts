import {
  commonEffect,
  describeProportion,
  doubleArcsineProportion,
  effectsOfPool,
  halfCauchy,
  halfNormal,
  henmiCopas,
  logitProportion,
  mantelHaenszel,
  meanDifference,
  normalMean,
  type PoolSeriesOptions,
  poolBayes,
  poolBayesSensitivity,
  poolSeries,
  priorsAround,
  ratioOfMeans,
  reliefLogRatio,
  riskDifference,
  riskRatio,
} from "../../src/pooling/index.ts";
import { readSeries } from "../../src/read/index.ts";
import type { PooledBayesResult } from "../../src/schema/pooled-bayes-result.ts";
import type { PooledBayesSensitivity } from "../../src/schema/pooled-bayes-sensitivity.ts";
import type { PooledResult } from "../../src/schema/pooled-result.ts";
import type { ProportionResult } from "../../src/schema/proportion-result.ts";
import { referenceEntries } from "./reference.ts";

/** The 13 trials of BCG against tuberculosis, as a file. */
export function bcgFile(): string {
  const [entry] = referenceEntries("pooling-measures.json", /^rma\.mh\.bcg\.RR$/u);
  const tables: { events: number; n: number; events_control: number; n_control: number }[] =
    entry!.inputs.series;
  const rows = tables.map(
    ({ events, n, events_control, n_control }, i) =>
      `Trial ${i + 1},${events},${n},${events_control},${n_control}`,
  );
  return `series,events,n,events_control,n_control\n${rows.join("\n")}\n`;
}

const five = `series,n,mean,sd,n_control,mean_control,sd_control,certainty
Smith & <Jones> et al. 2001 part B with a long name,12,3,1.2,11,5,1.3,stated
B,5,2,1,6,2.2,1,inferred
C,30,3,1.5,28,4.5,1.6,stated
D,4,6,2,4,5,2,secondary
E,9,3.3,1.1,9,5,1,stated
`;
/** Two small trials, one of them without an event in the control group. */
export const twoTrials = `series,events,n,events_control,n_control,outcome,certainty
jann-2020,7,11,0,12,half of the pain,stated
geerts-2021,12,30,9,30,1 point,inferred
`;
const counts = "series,events,n\nA,5,5\nB,9,19\nC,1,1\n";

function pooled(file: string, options: PoolSeriesOptions): PooledResult {
  return poolSeries(readSeries(file), options);
}

/** Pools of one to thirteen series, by measures and methods of every kind. */
export const pooledFixtures: Readonly<Record<string, PooledResult>> = {
  one: pooled("series,events,n\nmorozumi-2009,5,5\n", { measure: logitProportion }),
  two: pooled(twoTrials, { measure: riskRatio }),
  three: pooled(counts, { measure: logitProportion }),
  doubleArcsine: pooled(counts, { measure: doubleArcsineProportion }),
  five: pooled(five, { measure: meanDifference }),
  collapsed: pooled(five, { measure: ratioOfMeans }),
  thirteen: pooled(bcgFile(), { measure: riskRatio }),
  differences: pooled(bcgFile(), { measure: riskDifference, interval: henmiCopas }),
  tables: pooled(twoTrials, { method: mantelHaenszel }),
  common: pooled(five, { measure: meanDifference, tauSquared: commonEffect }),
  relief: pooled("series,n,mean_log_ratio,sd_log_ratio\nA,5,-1.3,0.6\nB,4,-0.2,0.9\nC,6,0.4,0.5\n", {
    measure: reliefLogRatio,
  }),
  given: pooled("series,estimate,standard_error\nA,0.3,0.1\nB,1,0.2\nC,0.5,0.3\n", { backTransform: "exp" }),
  zero: pooled("series,estimate,variance\nA,0,1\nB,0,1\n", {}),
};

/** A pool by Bayes' rule, and what six priors make of it. */
export interface BayesFixture {
  result: PooledBayesResult;
  sensitivity: PooledBayesSensitivity;
}

function bayes(name: string, scale: number, meanDeviation?: number): BayesFixture {
  const { measure, backTransform, estimates, natural, ...rest } = pooledFixtures[name]!;
  const effects = effectsOfPool(rest);
  const options = {
    measure,
    backTransform,
    unit: estimates[0]!.unit,
    ...(natural && { natural }),
    ...(meanDeviation !== undefined && { mean: normalMean(0, meanDeviation) }),
  };
  const prior = meanDeviation === undefined ? halfNormal(scale) : halfCauchy(scale);
  return {
    result: poolBayes(effects, { ...options, prior }),
    sensitivity: poolBayesSensitivity(effects, { ...options, priors: priorsAround(scale) }),
  };
}

/** Bayesian pools of one to thirteen series, with and without a Bayes factor. */
export const bayesFixtures: Readonly<Record<string, BayesFixture>> = {
  one: bayes("one", 0.8),
  two: bayes("two", 0.79),
  three: bayes("three", 0.5, 2),
  five: bayes("five", 0.66, 3),
  thirteen: bayes("thirteen", 0.5),
  relief: bayes("relief", 0.5, 1),
  zero: bayes("zero", 1),
};

/** One proportion with all, none and some events. */
export const proportionFixtures: Readonly<Record<string, ProportionResult>> = {
  some: describeProportion(18, 22),
  all: describeProportion(5, 5),
  none: describeProportion(0, 7, { level: 0.9 }),
  single: describeProportion(1, 1),
};
