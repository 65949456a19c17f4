import { normalQuantile } from "../math/special/normal-quantile.ts";
import type { Warning } from "../schema/provenance.ts";
import { type IntervalMethod, linkStandardError, naturalInterval, noInterval } from "./interval-method.ts";

/**
 * Symmetric intervals on the link's scale from the curvature at the mode. Quick, and too narrow for few scores.
 *
 * @see Wald (1943), Trans Am Math Soc 54:426–482. doi:10.1090/S0002-9947-1943-0012401-3
 */
export const wald: IntervalMethod = {
  name: "wald",
  reference: "Wald (1943), doi:10.1090/S0002-9947-1943-0012401-3",
  estimate(problem, targets) {
    const { minimum, covariance, level } = problem;
    const z = normalQuantile(0.5 + 0.5 * level);
    const gradient = new Float64Array(minimum.x.length);
    const intervals = targets.map((target) => {
      const value = target.evaluate(minimum.x, gradient);
      if (value === null) return noInterval;
      const error = linkStandardError(covariance, gradient);
      const reach = error === null ? null : z * error;
      return naturalInterval(
        target.link,
        value,
        error,
        reach === null ? null : value - reach,
        reach === null ? null : value + reach,
      );
    });
    return { intervals, draws: null, posterior: null, warnings: [tooNarrow] };
  },
};

const tooNarrow: Warning = {
  code: "undercovers",
  message: "Wald intervals are too narrow with few scores: they assume that the posterior is normal.",
};
