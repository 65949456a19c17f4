import type { ValueAndGradient } from "../derivatives/central-differences.ts";
import type { BoundOptions } from "./bounds.ts";
import type { FoundMinimum } from "./found-minimum.ts";
import { minimizeBfgs } from "./minimize-bfgs.ts";
import { minimizeNelderMead } from "./minimize-nelder-mead.ts";
import { minimizeNewton } from "./minimize-newton.ts";

export { bracketRoot } from "./bracket-root.ts";
export { findRoot } from "./find-root.ts";
export { type Curve, type CurveObservations, curveModel, dualCurve, fitCurve } from "./fit-curve.ts";
export type { FoundMinimum, MinimumEnd } from "./found-minimum.ts";
export {
  type LeastSquaresEnd,
  type LeastSquaresFit,
  type LeastSquaresOptions,
  leastSquares,
} from "./least-squares.ts";
export { dualModel, type LeastSquaresModel } from "./least-squares-model.ts";
export { type BfgsMinimum, type BfgsOptions, minimizeBfgs } from "./minimize-bfgs.ts";
export { type BrentOptions, minimizeBrent, type ScalarMinimum } from "./minimize-brent.ts";
export { minimizeNelderMead, type NelderMeadOptions } from "./minimize-nelder-mead.ts";
export { minimizeNewton, type NewtonMinimum, type NewtonOptions } from "./minimize-newton.ts";
export { type MultiStart, multiStart, type Outcome } from "./multi-start.ts";

/** A method that minimises a function of several variables. */
export interface Minimizer {
  name: string;
  reference: string;
  /** True where limits on the variables are obeyed. */
  bounded: boolean;
  minimize(f: ValueAndGradient, start: ArrayLike<number>, bounds?: BoundOptions): FoundMinimum;
}

const bfgs: Minimizer = {
  name: "bfgs",
  reference:
    "Nocedal & Wright (2006), Numerical Optimization, 2nd ed., chapter 6; limits by Bertsekas (1982)",
  bounded: true,
  minimize: minimizeBfgs,
};

const nelderMead: Minimizer = {
  name: "nelder-mead",
  reference: "Gao & Han (2012), Comput Optim Appl 51:259–277",
  bounded: true,
  minimize: (f, start, bounds) => {
    const unused = new Float64Array(start.length);
    return minimizeNelderMead((x) => f(x, unused), start, bounds);
  },
};

const newton: Minimizer = {
  name: "newton",
  reference:
    "Nocedal & Wright (2006), algorithm 4.1; Moré & Sorensen (1983), SIAM J Sci Stat Comput 4:553–572",
  bounded: true,
  minimize: minimizeNewton,
};

/** Every method that minimises a function of several variables; the contract tests read it. */
export const minimizers: readonly Minimizer[] = [bfgs, nelderMead, newton];
