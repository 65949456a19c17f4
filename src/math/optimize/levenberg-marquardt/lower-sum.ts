import { solveUpper, solveUpperTransposed } from "../../linear/triangular.ts";
import { project } from "../bounds.ts";
import { dampTriangle } from "./damped-triangle.ts";
import { type Search, sumOfSquares } from "./search.ts";

/** Longest second-order part of a step, relative to its first-order part: Transtrum & Sethna's α. */
const LONGEST_BEND = 0.75;
/** Share of the step at which its curvature is measured: Transtrum & Sethna's h. */
const PROBE = 0.1;
/** Steps that promise a smaller relative decrease stay straight: differences would measure rounding as curvature. */
const STRAIGHT = 1e-6;

const LEAST_DAMPING = 1e-30;

/**
 * Solves (JᵀJ + λD²) step = −Jᵀr, and the change J · step of the residuals along it.
 *
 * @returns The decrease of the sum of squares that the linear model promises: ‖J step‖² + 2λ‖D step‖².
 * @see Moré (1978), Lecture Notes in Mathematics 630:105–116, section 4 for that form of the promised decrease.
 */
function straightStep({ factors, rotated, damping, scales, jacobian, room }: Search): number {
  const { damped, step, slope } = room;
  const p = step.length;
  dampTriangle(factors.packed, rotated, damping, damped);
  solveUpper(damped.s, damped.z);
  for (let k = 0; k < p; k++) step[factors.pivots[k]!] = -damped.z[k]! / scales[factors.pivots[k]!]!;
  for (let i = 0; i < slope.length; i++) {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += jacobian.values[i * p + j]! * step[j]!;
    slope[i] = sum;
  }
  return sumOfSquares(slope) + 2 * damping * sumOfSquares(damped.z);
}

/**
 * Adds half the geodesic acceleration a to the step v, where (JᵀJ + λD²) a = −Jᵀ r″ and r″ is the second derivative of
 * the residuals along v, by differences: (2/h) [(r(x + hv) − r(x)) / h − J v].
 *
 * @returns False where 2‖D a‖ > α ‖D v‖, which says that the step is too long to be trusted, or r has no value there.
 * @see Transtrum & Sethna (2012), Improvements to the Levenberg–Marquardt algorithm for nonlinear least-squares
 * minimization, arXiv:1201.5885, on geodesic acceleration.
 */
function bendStep({ model, bounds, x, residuals, factors, scales, jacobian, room }: Search): boolean {
  const { damped, step, slope, bend, next, nextResiduals } = room;
  const p = step.length;
  for (let j = 0; j < p; j++) {
    next[j] = x[j]! + PROBE * step[j]!;
    if (next[j]! < bounds.lower[j]! || next[j]! > bounds.upper[j]!) return true;
  }
  model.residuals(next, nextResiduals);
  for (let i = 0; i < slope.length; i++) {
    slope[i] = (2 / PROBE) * ((nextResiduals[i]! - residuals[i]!) / PROBE - slope[i]!);
  }
  for (let k = 0; k < p; k++) {
    const j = factors.pivots[k]!;
    let sum = 0;
    for (let i = 0; i < slope.length; i++) sum += jacobian.values[i * p + j]! * slope[i]!;
    bend[k] = sum / scales[j]!;
  }
  solveUpperTransposed(damped.s, bend);
  solveUpper(damped.s, bend);
  const length = Math.sqrt(sumOfSquares(bend)) / Math.sqrt(sumOfSquares(damped.z));
  if (!(2 * length <= LONGEST_BEND)) return false;
  for (let k = 0; k < p; k++) step[factors.pivots[k]!]! -= (0.5 * bend[k]!) / scales[factors.pivots[k]!]!;
  return true;
}

/** Moves to the end of the step if that lowers the sum of squares; `promised` is what it was meant to lower it by. */
function tryStep(search: Search, promised: number): "moved" | "moved-little" | "refused" {
  const { model, bounds, x, least, residuals, room } = search;
  const { next, nextResiduals, step } = room;
  for (let j = 0; j < x.length; j++) next[j] = x[j]! + step[j]!;
  project(next, bounds);
  model.residuals(next, nextResiduals);
  search.evaluations++;
  const sum = sumOfSquares(nextResiduals);
  if (!(sum < search.sum)) return "refused";
  const excess = (2 * (search.sum - sum)) / promised - 1;
  search.damping = Math.max(search.damping * Math.max(1 / 9, 1 - excess * excess * excess), LEAST_DAMPING);
  search.growth = 2;
  let little = true;
  for (let j = 0; j < x.length; j++)
    if (Math.abs(next[j]! - x[j]!) > 1e-14 * Math.max(Math.abs(x[j]!), least[j]!)) little = false;
  x.set(next);
  residuals.set(nextResiduals);
  search.sum = sum;
  return little ? "moved-little" : "moved";
}

/**
 * A first step, with less damping where that alone keeps it from promising more than a rounding error of the sum.
 *
 * @returns The decrease it promises: 0 where no damping at all would promise too little.
 */
function firstStep(search: Search): number {
  const { rotated, room } = search;
  let undamped = 0;
  for (let k = 0; k < room.step.length; k++) undamped += rotated[k]! ** 2;
  const least = Number.EPSILON * search.sum;
  if (!(undamped > least)) return 0;
  let promised = straightStep(search);
  while (!(promised > least) && search.damping > LEAST_DAMPING) {
    search.damping = Math.max(search.damping / 1000, LEAST_DAMPING);
    promised = straightStep(search);
  }
  return promised;
}

/**
 * Lowers the sum of squares by one damped step, with more damping until one succeeds.
 *
 * @returns "stuck" where the linear model promises less than a rounding error of the sum.
 * @see Madsen, Nielsen & Tingleff (2004), Methods for Non-linear Least Squares Problems, 2nd ed., equation 2.21 for the
 * damping, with 1/9 for 1/3.
 */
export function lowerSum(search: Search): "moved" | "moved-little" | "stuck" {
  let promised = firstStep(search);
  for (let attempt = 0; attempt < 100; attempt++) {
    if (!(promised > Number.EPSILON * search.sum)) return "stuck";
    const curved = promised > STRAIGHT * search.sum;
    if (curved) search.evaluations++;
    if (!curved || bendStep(search)) {
      const outcome = tryStep(search, promised);
      if (outcome !== "refused") return outcome;
    }
    search.damping *= search.growth;
    search.growth *= 2;
    promised = straightStep(search);
  }
  return "stuck";
}
