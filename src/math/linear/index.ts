export {
  type BlockLowRank,
  blockLowRank,
  blockLowRankLogDeterminant,
  blockLowRankSolve,
} from "./block-low-rank.ts";
export { cholesky, choleskyInPlace, choleskyInverse, choleskySolve } from "./cholesky.ts";
export {
  applyQ,
  applyQTransposed,
  householderQr,
  type QrFactors,
  qrRank,
  qrSolve,
  upperFactor,
} from "./householder-qr.ts";
export { kroneckerLogDeterminant, kroneckerSolve } from "./kronecker.ts";
export { choleskyLogDeterminant, type LogDeterminant, luLogDeterminant } from "./log-determinant.ts";
export { type LuFactors, luFactor, luSolve, solveLinear } from "./lu.ts";
export { type Matrix, toRows, zeros } from "./matrix.ts";
export { type SingularValues, singularValues } from "./singular-values.ts";
export { type SymmetricEigen, symmetricEigen } from "./symmetric-eigen.ts";
export { type WeightedFit, weightedLeastSquares } from "./weighted-least-squares.ts";
