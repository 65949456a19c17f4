import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { type EffectData, residualDegrees } from "./effect-data.ts";
import { fitAt } from "./weighted-fit.ts";

/** Cochran's test that all series share one true effect. */
export interface QTest {
  q: number;
  degreesOfFreedom: number;
  pValue: number;
}

/**
 * Tests whether the series differ beyond chance. With few series it sees only large differences.
 *
 * @see Cochran (1954), Biometrics 10:101–129: Σ w (y − ȳ)² against χ² with k − 1 degrees of freedom. doi:10.2307/3001666
 */
export function qTest(data: EffectData): QTest {
  const { q } = fitAt(data, 0);
  const degreesOfFreedom = residualDegrees(data);
  return { q, degreesOfFreedom, pValue: chiSquared.survival(q, degreesOfFreedom) };
}
