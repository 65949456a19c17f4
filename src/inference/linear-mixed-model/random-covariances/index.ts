import { diagonalCovariance } from "./diagonal-covariance.ts";
import { generalCovariance } from "./general-covariance.ts";
import type { RandomCovariance } from "./random-covariance.ts";

/** Every form of the covariance of random effects, the default first. */
export const randomCovariances: readonly RandomCovariance[] = [generalCovariance, diagonalCovariance];

export type { RandomCovariance };
export { diagonalCovariance, generalCovariance };
