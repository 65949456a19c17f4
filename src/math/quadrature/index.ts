export {
  type AdaptiveIntegral,
  adaptiveGaussHermite,
  gaussHermiteCubature,
} from "./adaptive-gauss-hermite.ts";
export { type GaussHermiteRule, gaussHermite, gaussHermiteNormal } from "./gauss-hermite.ts";
export { gaussLegendre, type QuadratureRule } from "./gauss-legendre.ts";
export { type Integral, integrate } from "./integrate.ts";
export { type IntegrateOptions, integrateVector, type VectorIntegral } from "./integrate-vector.ts";
export type { VectorFunction } from "./kronrod-panel.ts";
