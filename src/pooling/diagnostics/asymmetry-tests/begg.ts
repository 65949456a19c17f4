import { kendallTest } from "../../../math/ranks/kendall-test.ts";
import { type AsymmetryMethod, NOTHING } from "./asymmetry-method.ts";

/**
 * Begg and Mazumdar's rank test: Kendall's τ between variances and standardised distances from the common effect, exact also with
 * ties.
 *
 * @see Begg & Mazumdar (1994), Biometrics 50:1088–1101. doi:10.2307/2533446
 * @example
 * const rows = [1, 2, 4, 8].map((estimate) => ({ estimate, variance: estimate }));
 * assessFunnel(rows, { tests: [begg] }).tests[0]?.statistic; // 1
 */
export const begg: AsymmetryMethod = {
  name: "begg",
  label: "Begg and Mazumdar’s rank correlation",
  reference: "Begg & Mazumdar (1994), doi:10.2307/2533446",
  test(rows) {
    if (rows.length < 2) return NOTHING;
    const weights = rows.map(({ variance }) => 1 / variance);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const distances = rows.map(({ estimate, variance }, i) => {
      // v − 1/Σw and y − mean through the other series, so that one of great weight loses no digits.
      let [others, distance] = [0, 0];
      rows.forEach((other, j) => {
        if (j === i) return;
        others += weights[j]!;
        distance += weights[j]! * (estimate - other.estimate);
      });
      return distance / total / Math.sqrt((variance * others) / total);
    });
    const { tauB, pValue } = kendallTest(
      distances,
      rows.map(({ variance }) => variance),
    );
    if (tauB === null) return NOTHING;
    return { statistic: tauB, degreesOfFreedom: null, pValue, limit: null };
  },
};
