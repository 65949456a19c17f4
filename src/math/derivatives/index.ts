export { hessian, numericalGradient, type ValueAndGradient } from "./central-differences.ts";
export { Dual, variables } from "./dual.ts";
export { dualNormalLogCdf } from "./dual-normal-log-cdf.ts";
export {
  type DualFunction,
  dualGradient,
  gradientAndHessian,
  type SecondOrder,
} from "./gradient-and-hessian.ts";
