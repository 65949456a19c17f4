import { EstimationError } from "../../errors.ts";
import type { RandomStream } from "../../math/random/random-stream.ts";
import type { DensityTarget } from "./density-target.ts";
import { evaluate, type PhasePoint } from "./phase-point.ts";

const RETRIES = 100;
const HALF_WIDTH = 2;

function usable({ logDensity, gradient }: PhasePoint): boolean {
  return Number.isFinite(logDensity) && gradient.every(Number.isFinite);
}

/**
 * Puts a chain where it starts: at the given position, or at one drawn uniformly from −2 to 2 in every coordinate.
 *
 * @throws {RangeError} when the given position has another length.
 * @throws {EstimationError} `no-draws` when the density or its gradient is not finite there, or at none of 100 drawn.
 */
export function placeFirst(
  target: DensityTarget,
  point: PhasePoint,
  stream: RandomStream,
  given?: ArrayLike<number>,
): void {
  const d = target.dimension;
  if (given && given.length !== d)
    throw new RangeError(`A chain needs a first position of length ${d}, got ${given.length}`);
  for (let trial = 0; trial < (given ? 1 : RETRIES); trial++) {
    if (given) point.position.set(given);
    else for (let i = 0; i < d; i++) point.position[i] = HALF_WIDTH * (2 * stream.uniform() - 1);
    evaluate(target, point);
    if (usable(point)) return;
  }
  throw new EstimationError(
    "no-draws",
    `Cannot sample: needs a first position with a finite density and gradient, got none ${given ? "at the one that was given" : `in ${RETRIES} tries`}`,
  );
}
