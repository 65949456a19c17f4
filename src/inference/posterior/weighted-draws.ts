import { effectiveSampleSize } from "../../math/importance/effective-sample-size.ts";
import { type LogMeanWeight, logMeanWeight } from "../../math/importance/log-mean-weight.ts";
import { normalizedWeights } from "../../math/importance/normalized-weights.ts";
import { paretoSmoothedWeights } from "../../math/importance/pareto-smoothing.ts";
import type { MultivariateLaw } from "../../math/random/multivariate-law.ts";
import type { Objective } from "../interval-method.ts";
import { evenPoints } from "./even-points.ts";

/** A proposal, and how many draws are made from it. */
export interface Proposal {
  law: MultivariateLaw;
  nDraws: number;
}

/** Weighted draws of the working parameters. */
export interface WeightedDraws {
  dimension: number;
  nDraws: number;
  /** By rows, nDraws × dimension. */
  values: Float64Array;
  /** Pareto-smoothed, adding to 1 but for the negligible ones, which are 0. */
  weights: Float64Array;
  /** k̂; null where the weights' tail has no shape. */
  paretoShape: number | null;
  effectiveSampleSize: number;
  /** ln of the marginal likelihood. */
  logMarginal: LogMeanWeight;
}

/** Draws of less than this share of a usual weight count for nothing, and nothing is computed for them. */
const NEGLIGIBLE = 1e-7;

/** Draws that can be added to. */
export interface DrawCollector {
  /** Draws from each proposal, and weighs these draws against the mixture of them all. */
  add(proposals: readonly Proposal[]): void;
  summarize(): WeightedDraws;
}

/**
 * Collects draws from proposals, weighed by target/mixture of the proposals they were added with.
 *
 * @param objective −ln of the target density.
 * @see Owen & Zhou (2000), J Am Stat Assoc 95:135–143, section 3. doi:10.1080/01621459.2000.10473909
 */
export function drawCollector(objective: Objective, dimension: number, seed: number): DrawCollector {
  let n = 0;
  let nSets = 0;
  let values = new Float64Array(0);
  let logWeights = new Float64Array(0);
  return {
    add(proposals) {
      const from = n;
      n += proposals.reduce((sum, { nDraws }) => sum + nDraws, 0);
      values = lengthened(values, n * dimension);
      logWeights = lengthened(logWeights, n);
      const drawn = values.subarray(from * dimension);
      draw(proposals, dimension, seed, nSets, drawn);
      nSets += proposals.length;
      weigh(proposals, objective, dimension, drawn, logWeights.subarray(from));
    },
    summarize() {
      const smoothed = paretoSmoothedWeights(logWeights);
      const weights = normalizedWeights(smoothed.logWeights);
      for (let i = 0; i < n; i++) if (weights[i]! * n < NEGLIGIBLE) weights[i] = 0;
      return {
        dimension,
        nDraws: n,
        values,
        weights,
        paretoShape: smoothed.shape,
        effectiveSampleSize: effectiveSampleSize(weights),
        logMarginal: logMeanWeight(smoothed.logWeights),
      };
    },
  };
}

function lengthened(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(array);
  return longer;
}

function draw(
  proposals: readonly Proposal[],
  dimension: number,
  seed: number,
  firstIndex: number,
  values: Float64Array,
): void {
  let row = 0;
  proposals.forEach(({ law, nDraws }, k) => {
    const { nUniforms } = law;
    const points = evenPoints(nDraws, nUniforms, seed, firstIndex + k);
    for (let i = 0; i < nDraws; i++, row++) {
      const theta = values.subarray(row * dimension, (row + 1) * dimension);
      law.at(points.subarray(i * nUniforms, (i + 1) * nUniforms), theta);
    }
  });
}

/** ln(target / mixture) of every draw. */
function weigh(
  proposals: readonly Proposal[],
  objective: Objective,
  dimension: number,
  values: Float64Array,
  logWeights: Float64Array,
): void {
  const n = logWeights.length;
  const logShares = proposals.map(({ nDraws }) => Math.log(nDraws / n));
  const logs = new Float64Array(proposals.length);
  for (let i = 0; i < n; i++) {
    const theta = values.subarray(i * dimension, (i + 1) * dimension);
    let largest = -Infinity;
    for (let k = 0; k < proposals.length; k++) {
      logs[k] = logShares[k]! + proposals[k]!.law.logDensity(theta);
      if (logs[k]! > largest) largest = logs[k]!;
    }
    let sum = 0;
    for (let k = 0; k < proposals.length; k++) sum += Math.exp(logs[k]! - largest);
    logWeights[i] = -objective(theta) - largest - Math.log(sum);
  }
}
