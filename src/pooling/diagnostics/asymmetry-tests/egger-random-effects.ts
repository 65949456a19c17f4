import { normalInterval } from "../../../inference/random-effects/normal-interval.ts";
import type { AsymmetryMethod } from "./asymmetry-method.ts";
import { eggerRegression } from "./egger-regression.ts";

/**
 * Egger's regression with a variance between series that adds to their own, estimated as for the pool, and a normal test.
 *
 * @see Sterne & Egger (2005), in Publication Bias in Meta-Analysis, chapter 6, section 6.3 (mixed-effects form).
 * @example
 * const rows = [1, 2, 4, 8].map((estimate) => ({ estimate, variance: estimate }));
 * assessFunnel(rows, { tests: [eggerRandomEffects] }).tests[0]?.degreesOfFreedom; // null
 */
export const eggerRandomEffects: AsymmetryMethod = {
  name: "egger-random-effects",
  label: "Egger’s regression, random effects",
  reference: "Sterne & Egger (2005), Publication Bias in Meta-Analysis, chapter 6",
  test: (rows, settings) => eggerRegression(rows, settings, settings.tauSquared, normalInterval),
};
