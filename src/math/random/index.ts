export { drawGamma } from "./draw-gamma.ts";
export { drawStudentT } from "./draw-student-t.ts";
export { integerBelow } from "./integer-below.ts";
export type { MultivariateLaw } from "./multivariate-law.ts";
export { multivariateNormal } from "./multivariate-normal.ts";
export { multivariateT } from "./multivariate-t.ts";
export { permutation, sampleWithoutReplacement, shuffled } from "./permutation.ts";
export { sobolPoints } from "./sobol.ts";
