import { containment } from "./containment.ts";
import type { DegreesOfFreedomMethod } from "./degrees-of-freedom.ts";
import { kenwardRoger } from "./kenward-roger.ts";
import { normalLaw } from "./normal-law.ts";
import { residualDegrees } from "./residual-degrees.ts";
import { satterthwaite } from "./satterthwaite.ts";

/** Every source of degrees of freedom for tests of coefficients, the default first. */
export const degreesOfFreedomMethods: readonly DegreesOfFreedomMethod[] = [
  kenwardRoger,
  satterthwaite,
  containment,
  residualDegrees,
  normalLaw,
];

export type { DegreesOfFreedomMethod };
export { containment, kenwardRoger, normalLaw, residualDegrees, satterthwaite };
