export {
  applyQ,
  applyQTransposed,
  householderQr,
  type QrFactors,
  qrRank,
  qrSolve,
  upperFactor,
} from "./householder-qr.ts";
export { choleskyLogDeterminant, type LogDeterminant, luLogDeterminant } from "./log-determinant.ts";
export { type LuFactors, luFactor, luSolve } from "./lu.ts";
export { type SingularValues, singularValues } from "./singular-values.ts";
export { type SymmetricEigen, symmetricEigen } from "./symmetric-eigen.ts";
export { type WeightedFit, weightedLeastSquares } from "./weighted-least-squares.ts";
