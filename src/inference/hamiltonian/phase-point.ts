import type { DensityTarget } from "./density-target.ts";

/** A position with its momentum, and what is known there. */
export interface PhasePoint {
  position: Float64Array;
  momentum: Float64Array;
  /** Inverse metric times momentum. */
  velocity: Float64Array;
  /** Of the ln density. */
  gradient: Float64Array;
  logDensity: number;
}

/** A point at the origin, of which nothing is known yet. */
export function phasePoint(dimension: number): PhasePoint {
  return {
    position: new Float64Array(dimension),
    momentum: new Float64Array(dimension),
    velocity: new Float64Array(dimension),
    gradient: new Float64Array(dimension),
    logDensity: Number.NaN,
  };
}

/** Moves a point to where another one is. */
export function copyPhasePoint(from: PhasePoint, to: PhasePoint): void {
  to.position.set(from.position);
  to.momentum.set(from.momentum);
  to.velocity.set(from.velocity);
  to.gradient.set(from.gradient);
  to.logDensity = from.logDensity;
}

/** Evaluates the target at the point's position. */
export function evaluate(target: DensityTarget, point: PhasePoint): void {
  point.logDensity = target.logDensityAndGradient(point.position, point.gradient);
}

/** The Hamiltonian, −ln density + ½ momentum · velocity; Infinity where it is not finite. */
export function energyOf({ momentum, velocity, logDensity }: PhasePoint): number {
  let twice = 0;
  for (let i = 0; i < momentum.length; i++) twice += momentum[i]! * velocity[i]!;
  const energy = 0.5 * twice - logDensity;
  return Number.isFinite(energy) ? energy : Infinity;
}
