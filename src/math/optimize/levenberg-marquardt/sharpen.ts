import { qrRank } from "../../linear/householder-qr.ts";
import { solveUpper } from "../../linear/triangular.ts";
import { project } from "../bounds.ts";
import { linearize, type Search, sumOfSquares } from "./search.ts";

/** Offset at which an end forced by rounding still counts as a minimum: Bates & Watts's own tolerance. */
export const ROUGH_OFFSET = 1e-3;
/** Least diagonal entry of R that tells parameters apart, by how exact the derivatives are. */
const RANK_TOLERANCE = { exact: 1e-13, differences: 1e-9 };

/**
 * How far the parameters are from the minimum, in units of their own standard errors.
 *
 * @param rank How many directions the residuals can be moved in.
 * @returns ‖Q₁ᵀr‖/√p ÷ ‖Q₂ᵀr‖/√(n − p); NaN where no residual is free of the parameters.
 * @see Bates & Watts (1981), A relative offset orthogonality convergence criterion for nonlinear least squares,
 * Technometrics 23:179–183. doi:10.1080/00401706.1981.10486260
 */
export function relativeOffset({ rotated }: Search, rank: number): number {
  let tangent = 0;
  for (let i = 0; i < rank; i++) tangent += rotated[i]! ** 2;
  if (tangent === 0) return 0;
  let normal = 0;
  for (let i = rank; i < rotated.length; i++) normal += rotated[i]! ** 2;
  return Math.sqrt(tangent / rank) / Math.sqrt(normal / (rotated.length - rank));
}

/** The undamped step in the directions the data determine. */
function newtonStep({ factors, rotated, scales, room }: Search, rank: number): Float64Array {
  const { step, damped } = room;
  for (let k = 0; k < rank; k++) damped.z[k] = rotated[k]!;
  solveUpper(factors.packed, damped.z, rank);
  step.fill(0);
  for (let k = 0; k < rank; k++) step[factors.pivots[k]!] = -damped.z[k]! / scales[factors.pivots[k]!]!;
  return step;
}

/** Takes the most exact derivatives, with columns scaled to length 1, and counts the directions they determine. */
export function linearizeFinely(search: Search): number | null {
  search.differentiate = search.differentiateFinely;
  if (!linearize(search, 0)) return null;
  return qrRank(search.factors, search.model.jacobian ? RANK_TOLERANCE.exact : RANK_TOLERANCE.differences);
}

/**
 * Takes undamped steps for as long as they lessen the offset: near the minimum the sum of squares changes by less than
 * its rounding error, while the offset still tells better from worse.
 *
 * @returns The rank at the point where it ends.
 */
export function sharpen(search: Search, first: number, tolerance: number): number {
  let rank = first;
  for (let round = 0; round < 20; round++) {
    const before = relativeOffset(search, rank);
    if (!(before > tolerance && before <= ROUGH_OFFSET)) break;
    const { x, residuals, sum, room } = search;
    room.next.set(x);
    room.nextResiduals.set(residuals);
    const step = newtonStep(search, rank);
    for (let j = 0; j < step.length; j++) x[j]! += step[j]!;
    project(x, search.bounds);
    search.model.residuals(x, residuals);
    search.sum = sumOfSquares(residuals);
    search.evaluations++;
    const next = search.sum <= sum * (1 + 1e-9) ? linearizeFinely(search) : null;
    if (next !== null && relativeOffset(search, next) < 0.7 * before) {
      rank = next;
      continue;
    }
    x.set(room.next);
    residuals.set(room.nextResiduals);
    search.sum = sum;
    linearizeFinely(search);
    break;
  }
  return rank;
}

/** True where an undamped step would change no parameter by more than a hundred-millionth of itself. */
export function newtonStepIsSmall(search: Search, rank: number): boolean {
  const { x, least } = search;
  return newtonStep(search, rank).every(
    (step, j) => Math.abs(step) <= 1e-8 * Math.max(Math.abs(x[j]!), least[j]!),
  );
}
