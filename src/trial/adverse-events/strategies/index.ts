import { composite } from "./composite.ts";
import { hypothetical } from "./hypothetical.ts";
import type { IntercurrentStrategy } from "./intercurrent-strategy.ts";
import { treatmentPolicy } from "./treatment-policy.ts";
import { whileOnTreatment } from "./while-on-treatment.ts";

export type { IntercurrentStrategy } from "./intercurrent-strategy.ts";
export { composite, hypothetical, treatmentPolicy, whileOnTreatment };

/** Every strategy for what happened besides the treatment; the first is that of all analyses unless told otherwise. */
export const intercurrentStrategies: readonly IntercurrentStrategy[] = [
  treatmentPolicy,
  whileOnTreatment,
  hypothetical,
  composite,
];
