import type { IntervalAnswer, IntervalProblem } from "../../inference/interval-method.ts";
import { cholesky } from "../../math/linear/cholesky.ts";
import { multivariateT } from "../../math/random/multivariate-t.ts";
import { sobolPoints } from "../../math/random/sobol.ts";
import { placeAt } from "../likelihood/relapse-parameters.ts";
import { type PopulationLaw, populationLaw } from "./population-law.ts";
import type { RelapseReading } from "./relapse-reading.ts";

/** The law of one time more, averaged over what is known of the parameters. */
export interface PredictiveLaw {
  /** P(T > e^x), the mean over the draws, and minus its derivative by x. */
  at(x: number): { survival: number; density: number };
  /** ln of the smallest and the largest of the draws' quantiles: the law's own lies between them. */
  range(p: number): [from: number, to: number];
}

const N_DRAWS = 128;

/**
 * Draws of the working parameters: those of the posterior, else of a t law at the mode with its covariance and with as
 * many degrees of freedom as there are relapses beyond the parameters, at least 1.
 */
function drawsOf(
  { minimum, covariance, seed }: IntervalProblem,
  { draws }: IntervalAnswer,
  nEvents: number,
): readonly ArrayLike<number>[] {
  if (draws) return draws;
  const factor = covariance && cholesky(covariance);
  if (!factor) return [minimum.x];
  const law = multivariateT(minimum.x, factor, Math.max(1, nEvents - minimum.x.length));
  const points = sobolPoints(N_DRAWS, law.nUniforms, seed);
  return Array.from({ length: N_DRAWS }, (_, i) =>
    law.at(points.values.subarray(i * law.nUniforms, (i + 1) * law.nUniforms)).slice(),
  );
}

/** The law of the next course's relapse time. */
export function predictiveLaw(
  reading: RelapseReading,
  problem: IntervalProblem,
  answer: IntervalAnswer,
  nEvents: number,
): PredictiveLaw {
  const { model, parameters, centered } = reading;
  const laws: [place: number, law: PopulationLaw][] = drawsOf(problem, answer, nEvents).map((theta) => [
    placeAt(parameters, theta, centered),
    populationLaw(model, parameters, theta, false),
  ]);
  return {
    at(x) {
      let [survival, density] = [0, 0];
      for (const [place, law] of laws) {
        const term = law.logSurvival(x - place);
        const share = Math.exp(term.value);
        survival += share;
        // Where the hazard is beyond every number nobody is left.
        if (share > 0) density -= share * term.byPlace;
      }
      return { survival: survival / laws.length, density: density / laws.length };
    },
    range(p) {
      let [from, to] = [Infinity, -Infinity];
      for (const [place, law] of laws) {
        const x = place + law.quantile(p);
        if (x < from) from = x;
        if (x > to) to = x;
      }
      return [from, to];
    },
  };
}

/** On the log scale: how closely a quantile is known. */
const CLOSE = 1e-10;

/**
 * The time by which the next course has relapsed with probability p, by Newton's method on the logit of the survival
 * inside a bracket; null where it is beyond every number.
 */
export function predictiveQuantile(law: PredictiveLaw, p: number): number | null {
  let [from, to] = law.range(p);
  if (!(Number.isFinite(from) && Number.isFinite(to))) return null;
  const goal = Math.log1p(-p) - Math.log(p);
  let x = 0.5 * (from + to);
  for (let i = 0; i < 200 && to - from > CLOSE; i++) {
    const { survival, density } = law.at(x);
    const away = Math.log(survival / (1 - survival)) - goal;
    if (away > 0) from = x;
    else to = x;
    const step = (away * survival * (1 - survival)) / density;
    if (Math.abs(step) < CLOSE) break;
    const next = x + step;
    x = next > from && next < to ? next : 0.5 * (from + to);
  }
  const time = Math.exp(x);
  return Number.isFinite(time) ? time : null;
}
