import { logMeanWeight } from "../../math/importance/log-mean-weight.ts";
import type { Posterior, Target } from "../interval-method.ts";
import { priorLaw } from "../prior-law.ts";
import { evenPoints } from "./even-points.ts";
import type { ImportanceSampler } from "./importance-sampler.ts";
import { copyRow } from "./weighted-draws.ts";

/** Draws of the first set: a power of two, by which scrambled Sobol points fill the cube evenly. */
const FIRST = 4096;

/**
 * Draws from the priors themselves, by inversion of even points: all draws at which the model exists weigh the same, so
 * that nothing is searched for and nothing adapted.
 *
 * @param posterior With proper priors; only whether its objective is finite matters.
 * @param share Of the usual number of draws.
 * @throws {RangeError} when a prior is flat.
 * @see Owen (1997), Ann Stat 25:1541–1562 (how far even points beat independent ones). doi:10.1214/aos/1031594731
 */
export function priorSampler(
  { objective, prior }: Posterior,
  _targets: readonly Target[],
  _level: number,
  seed: number,
  share = 1,
): ImportanceSampler {
  const law = priorLaw(prior);
  const { dimension, nUniforms } = law;
  let nDraws = 0;
  let nSets = 0;
  let values = new Float64Array(0);
  let exists = new Float64Array(0);
  const add = (more: number): void => {
    const points = evenPoints(more, nUniforms, seed, nSets++);
    const longer = new Float64Array((nDraws + more) * dimension);
    const known = new Float64Array(nDraws + more);
    longer.set(values);
    known.set(exists);
    const uniforms = new Float64Array(nUniforms);
    const theta = new Float64Array(dimension);
    for (let i = 0; i < more; i++) {
      copyRow(points, i, uniforms);
      law.at(uniforms, theta);
      longer.set(theta, (nDraws + i) * dimension);
      known[nDraws + i] = objective(theta) === Infinity ? 0 : 1;
    }
    nDraws += more;
    values = longer;
    exists = known;
  };
  add(Math.max(1, Math.round(share * FIRST)));
  return {
    draws() {
      const nExisting = exists.reduce((sum, one) => sum + one, 0);
      return {
        dimension,
        nDraws,
        values,
        weights: exists.map((one) => one / nExisting),
        exact: true,
        paretoShape: null,
        effectiveSampleSize: nExisting,
        logMarginal: logMeanWeight(exists.map(Math.log)),
      };
    },
    grow: () => add(nDraws),
  };
}
