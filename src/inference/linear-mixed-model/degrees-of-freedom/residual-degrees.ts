import { type DegreesOfFreedomMethod, plainInference } from "./degrees-of-freedom.ts";

/** Scores less coefficients, as nlme's `gls` counts: ignores that scores resemble each other. */
export const residualDegrees: DegreesOfFreedomMethod = {
  name: "residual",
  label: "Scores less coefficients",
  reference: "Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 5.1.1",
  prepare: (fit) => plainInference(fit, () => fit.residualDegreesOfFreedom),
};
