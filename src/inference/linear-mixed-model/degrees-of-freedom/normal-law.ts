import { type DegreesOfFreedomMethod, plainInference } from "./degrees-of-freedom.ts";

/** The normal law, as if variances were known: too sure of itself in a few dozen scores. */
export const normalLaw: DegreesOfFreedomMethod = {
  name: "z",
  label: "Normal law",
  reference: "Wald (1943), Trans Am Math Soc 54:426–482",
  prepare: (fit) => plainInference(fit, () => Infinity),
};
