export { cholesky, choleskyInverse, choleskySolve } from "./cholesky.ts";
export * from "./derivatives/index.ts";
export { hessian, numericalGradient, type ValueAndGradient } from "./derivatives.ts";
export * from "./descriptive/index.ts";
export * from "./distributions/index.ts";
export { findRoot } from "./find-root.ts";
export { gaussLegendre, type QuadratureRule } from "./gauss-legendre.ts";
export * from "./importance/index.ts";
export { goldenPoints } from "./lattice.ts";
export * from "./linear/index.ts";
export { type Matrix, toRows, zeros } from "./matrix.ts";
export { normalCdf, normalDensity, normalLogCdf, normalQuantile, normalSurvival } from "./normal.ts";
export { type NormalInterval, normalInterval } from "./normal-interval.ts";
export { bracketRoot } from "./optimize/bracket-root.ts";
export { type Curve, type CurveObservations, curveModel, dualCurve, fitCurve } from "./optimize/fit-curve.ts";
export type { FoundMinimum, MinimumEnd } from "./optimize/found-minimum.ts";
export { type Minimizer, minimizers } from "./optimize/index.ts";
export {
  type LeastSquaresEnd,
  type LeastSquaresFit,
  type LeastSquaresOptions,
  leastSquares,
} from "./optimize/least-squares.ts";
export { dualModel, type LeastSquaresModel } from "./optimize/least-squares-model.ts";
export { type BfgsMinimum, type BfgsOptions, minimizeBfgs } from "./optimize/minimize-bfgs.ts";
export { type BrentOptions, minimizeBrent, type ScalarMinimum } from "./optimize/minimize-brent.ts";
export { minimizeNelderMead, type NelderMeadOptions } from "./optimize/minimize-nelder-mead.ts";
export { minimizeNewton, type NewtonMinimum, type NewtonOptions } from "./optimize/minimize-newton.ts";
export { type MultiStart, multiStart, type Outcome } from "./optimize/multi-start.ts";
export * from "./quadrature/index.ts";
export * from "./random/index.ts";
export { type RandomStream, randomStream } from "./random.ts";
export { solveLinear } from "./solve-linear.ts";
export * from "./special/index.ts";
