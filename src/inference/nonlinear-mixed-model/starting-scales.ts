import { EstimationError } from "../../errors.ts";
import { fitCurve } from "../../math/optimize/fit-curve.ts";
import { curveSlopes, type MixedCurveProblem } from "./mixed-curve.ts";

/** Residuals below this share of the observations are rounding errors. */
const ROUNDING = 1e-12;

/** Where a search starts, and how far a step of one unit goes. */
export interface StartingScales {
  /** One curve through all observations, p parameters. */
  fixed: number[];
  /** For each parameter, the change that moves the curve by one residual standard deviation. */
  units: number[];
  residualSd: number;
}

/**
 * Fits one curve to the observations of all groups together.
 *
 * @throws {RangeError} when there is no group, or an index of a varying parameter is out of range.
 * @throws {EstimationError} `too-few-observations` with one group, or hardly more observations than parameters;
 * `not-identifiable` where some parameter doesn't move the curve.
 */
export function startingScales<X>({ curve, groups, start, random }: MixedCurveProblem<X>): StartingScales {
  const p = start.length;
  if (random.length === 0 || random.some((k) => !(Number.isInteger(k) && k >= 0 && k < p)))
    throw new RangeError(`random must name parameters from 0 to ${p - 1}, got [${random.join(", ")}]`);
  if (groups.length < 2) throw tooFew("2 groups", groups.length);
  const x = groups.flatMap((group) => [...group.x]);
  const y = groups.flatMap((group) => [...group.y]);
  const needed = p + random.length + 1;
  if (y.length < needed) throw tooFew(`${needed} observations`, y.length);
  const { parameters, residualSumOfSquares } = fitCurve(curve, { x, y }, start);
  const residualSd = Math.sqrt((residualSumOfSquares ?? 0) / y.length);
  const size = Math.sqrt(y.reduce((sum, v) => sum + v * v, 0) / y.length);
  const slopes = curveSlopes(curve);
  const at = Float64Array.from(parameters);
  const out = new Float64Array(p);
  const squares = new Float64Array(p);
  for (const one of x) {
    slopes(one, at, out);
    for (let k = 0; k < p; k++) squares[k]! += out[k]! ** 2;
  }
  const units = Array.from(squares, (square) => residualSd / Math.sqrt(square / y.length));
  if (!(residualSd > ROUNDING * size) || !units.every((unit) => unit > 0 && unit < Infinity))
    throw new EstimationError(
      "not-identifiable",
      "Cannot fit a curve with random effects: one curve passes through every observation, or some parameter does not move it",
    );
  return { fixed: parameters, units, residualSd };
}

function tooFew(needed: string, found: number): EstimationError {
  return new EstimationError(
    "too-few-observations",
    `Cannot fit a curve with random effects: needs at least ${needed}, got ${found}`,
  );
}
