import type { DensityTarget } from "./density-target.ts";
import type { EuclideanMetric } from "./metrics/euclidean-metric.ts";
import { evaluate, type PhasePoint } from "./phase-point.ts";

/**
 * One leapfrog step, in place: half a step of the momentum, one of the position, half a step of the momentum.
 *
 * @param step Signed: a negative one goes back in time.
 * @see Neal (2011), in Handbook of Markov Chain Monte Carlo, chapter 5; arXiv:1206.1901, equations 2.28 to 2.30.
 */
export function leapfrog(
  target: DensityTarget,
  metric: EuclideanMetric,
  point: PhasePoint,
  step: number,
): void {
  const { position, momentum, velocity, gradient } = point;
  const half = 0.5 * step;
  for (let i = 0; i < momentum.length; i++) momentum[i]! += half * gradient[i]!;
  metric.velocity(momentum, velocity);
  for (let i = 0; i < position.length; i++) position[i]! += step * velocity[i]!;
  evaluate(target, point);
  for (let i = 0; i < momentum.length; i++) momentum[i]! += half * gradient[i]!;
  metric.velocity(momentum, velocity);
}
