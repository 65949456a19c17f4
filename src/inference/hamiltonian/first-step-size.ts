import { EstimationError } from "../../errors.ts";
import { leapfrog } from "./leapfrog.ts";
import { copyPhasePoint, energyOf, type PhasePoint } from "./phase-point.ts";
import type { Trajectory } from "./trajectory.ts";

/** Of a single step at a step size of the right order. */
const CROSSING = Math.log(0.8);
const LARGEST_STEP = 1e7;

/** ln acceptance of one step from the point with a fresh momentum. */
function logAcceptance(path: Trajectory, point: PhasePoint, step: number): number {
  const trial = path.forward;
  copyPhasePoint(point, trial);
  path.metric.drawMomentum(path.stream, trial.momentum);
  path.metric.velocity(trial.momentum, trial.velocity);
  const before = energyOf(trial);
  leapfrog(path.target, path.metric, trial, step);
  return before - energyOf(trial);
}

/**
 * A step size of the right order: doubled or halved until the acceptance of a single step crosses 0.8.
 *
 * @param point Where to try it; not moved.
 * @throws {EstimationError} `not-identifiable` where no step is too long, `no-draws` where none is short enough.
 * @see Hoffman & Gelman (2014), algorithm 4, with 0.8 in place of ½ and a fresh momentum each time, as Stan has it.
 */
export function firstStepSize(path: Trajectory, point: PhasePoint, from: number): number {
  const accepted = (step: number): boolean => logAcceptance(path, point, step) > CROSSING;
  let step = from;
  const grows = accepted(step);
  for (;;) {
    step *= grows ? 2 : 0.5;
    if (step > LARGEST_STEP) {
      throw new EstimationError(
        "not-identifiable",
        "Cannot sample: the density needs to fall off in every direction, got one that stays level however long the step",
      );
    }
    if (step === 0) {
      throw new EstimationError(
        "no-draws",
        "Cannot sample: needs a density whose gradient fits its values, got one where no step is short enough",
      );
    }
    if (accepted(step) !== grows) return step;
  }
}
