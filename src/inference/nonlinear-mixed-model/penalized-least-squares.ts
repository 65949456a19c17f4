import { cholesky } from "../../math/linear/cholesky.ts";
import { type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import { solveLower } from "../../math/linear/triangular.ts";
import { leastSquares } from "../../math/optimize/least-squares.ts";
import type { LeastSquaresModel } from "../../math/optimize/least-squares-model.ts";
import { curveSlopes, type MixedCurveProblem } from "./mixed-curve.ts";

/** The spreads, held while the fixed parameters and the effects are sought. */
export interface HeldSpread {
  /** Relative factor Λ of the effects, in units of the error's standard deviation; q × q. */
  factor: Matrix;
  /** Correlation of the errors, group by group. */
  errors: readonly Matrix[];
}

/** Fixed parameters, and what each group adds to those that vary. */
export interface MixedState {
  fixed: Float64Array;
  effects: Float64Array[];
}

/** Where the standardised effects of a group begin in the vector of all unknowns. */
const offsetOf = (g: number, p: number, q: number): number => p + g * q;

/** Reads each group's own parameters from the vector of all unknowns. */
function ownReader<X>({ start, random }: MixedCurveProblem<X>, factor: Matrix) {
  const own = new Float64Array(start.length);
  const q = random.length;
  return (all: Float64Array, g: number): Float64Array => {
    const offset = offsetOf(g, own.length, q);
    const b = times(factor, all.subarray(offset, offset + q));
    for (let k = 0; k < own.length; k++) own[k] = all[k]!;
    for (let j = 0; j < q; j++) own[random[j]!]! += b[j]!;
    return own;
  };
}

/** The rows of one group's Jacobian: L⁻¹ X for the fixed parameters and L⁻¹ Z Λ for its effects. */
function groupJacobian(
  raw: Matrix,
  white: Matrix,
  random: readonly number[],
  factor: Matrix,
): { fixed: Float64Array[]; effects: Float64Array[] } {
  const n = raw.rows;
  const fixed = Array.from({ length: raw.columns }, (_, k) => {
    const column = Float64Array.from({ length: n }, (_, i) => raw.values[i * raw.columns + k]!);
    solveLower(white, column);
    return column;
  });
  const q = random.length;
  const effects = random.map((_, c) =>
    Float64Array.from({ length: n }, (_, i) =>
      random.reduce((sum, k, j) => sum + fixed[k]![i]! * factor.values[j * q + c]!, 0),
    ),
  );
  return { fixed, effects };
}

/** Whitened residuals of all groups, then the standardised effects themselves. */
function penalizedModel<X>(
  problem: MixedCurveProblem<X>,
  { factor, errors }: HeldSpread,
): Required<LeastSquaresModel> {
  const { curve, groups, random, start } = problem;
  const [p, q] = [start.length, random.length];
  const slopes = curveSlopes(curve);
  const white = errors.map((matrix) => cholesky(matrix)!);
  const own = ownReader(problem, factor);
  const n = groups.reduce((sum, { y }) => sum + y.length, 0);
  const out = new Float64Array(p);
  const slopesOf = (all: Float64Array, g: number): Matrix => {
    const { x } = groups[g]!;
    const raw = zeros(x.length, p);
    const at = own(all, g);
    x.forEach((one, i) => {
      slopes(one, at, out);
      raw.values.set(out, i * p);
    });
    return raw;
  };
  return {
    size: n + groups.length * q,
    residuals(all, residuals) {
      let row = 0;
      groups.forEach(({ x, y }, g) => {
        const at = own(all, g);
        const part = Float64Array.from(y, (v, i) => curve.value(x[i]!, at) - v);
        solveLower(white[g]!, part);
        residuals.set(part, row);
        row += y.length;
      });
      residuals.set(all.subarray(p), n);
    },
    jacobian(all, { values, columns }) {
      values.fill(0);
      let row = 0;
      groups.forEach(({ y }, g) => {
        const rows = groupJacobian(slopesOf(all, g), white[g]!, random, factor);
        for (let i = 0; i < y.length; i++, row++) {
          rows.fixed.forEach((column, k) => {
            values[row * columns + k] = column[i]!;
          });
          rows.effects.forEach((column, c) => {
            values[row * columns + offsetOf(g, p, q) + c] = column[i]!;
          });
        }
      });
      for (let c = 0; c < groups.length * q; c++) values[(n + c) * columns + p + c] = 1;
    },
  };
}

/**
 * Penalised nonlinear least squares: fixed parameters and effects at given spreads, all groups at once.
 *
 * @see Lindstrom & Bates (1990), Biometrics 46:673–687, section 4.
 */
export function penalizedLeastSquares<X>(
  problem: MixedCurveProblem<X>,
  fixed: Float64Array,
  held: HeldSpread,
): MixedState {
  const [p, q] = [fixed.length, problem.random.length];
  const start = new Float64Array(p + problem.groups.length * q);
  start.set(fixed);
  const { parameters } = leastSquares(penalizedModel(problem, held), start);
  const all = Float64Array.from(parameters);
  return {
    fixed: all.slice(0, p),
    effects: problem.groups.map((_, g) => {
      const offset = offsetOf(g, p, q);
      return times(held.factor, all.subarray(offset, offset + q));
    }),
  };
}
