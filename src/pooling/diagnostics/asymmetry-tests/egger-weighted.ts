import { hartungKnapp } from "../../../inference/random-effects/hartung-knapp.ts";
import { commonEffect } from "../../tau-squared/common-effect.ts";
import type { AsymmetryMethod } from "./asymmetry-method.ts";
import { eggerRegression } from "./egger-regression.ts";

/**
 * Egger's test as he gave it: weights 1/v, and differences between series as a factor of all variances, with k − 2 degrees of
 * freedom of t.
 *
 * @see Egger, Davey Smith, Schneider & Minder (1997), BMJ 315:629–634. doi:10.1136/bmj.315.7109.629
 * @example
 * const rows = [1, 2, 4, 8].map((estimate) => ({ estimate, variance: estimate }));
 * assessFunnel(rows, { tests: [eggerWeighted] }).tests[0]?.degreesOfFreedom; // 2
 */
export const eggerWeighted: AsymmetryMethod = {
  name: "egger-weighted",
  label: "Egger’s regression, weighted",
  reference: "Egger, Davey Smith, Schneider & Minder (1997), doi:10.1136/bmj.315.7109.629",
  test: (rows, settings) => eggerRegression(rows, settings, commonEffect, hartungKnapp),
};
