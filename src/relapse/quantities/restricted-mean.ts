import type { Target } from "../../inference/interval-method.ts";
import { gaussLegendre, type QuadratureRule } from "../../math/quadrature/gauss-legendre.ts";
import { addByPlace } from "../likelihood/relapse-parameters.ts";
import type { RelapseReading } from "./relapse-reading.ts";

/** Where panels of the integral end, as shares of relapses: between them the survival curve has no sharp bend. */
const CUTS = [1e-9, 1e-5, 1e-3, 0.02, 0.15, 0.5, 0.85, 0.98, 0.999, 0.99999, 1 - 1e-9];
const rule: QuadratureRule = /* @__PURE__ */ gaussLegendre(12);

/**
 * ln of the mean time well within the first τ, ∫ S(t) dt over [0, τ].
 *
 * By Gauss–Legendre on ln t in panels that end at quantiles of the law; before the first, one is well (to 1e-9).
 *
 * @param horizon τ > 0.
 * @see Royston & Parmar (2013), BMC Med Res Methodol 13:152, equation 1. doi:10.1186/1471-2288-13-152
 */
export function restrictedMeanTarget(reading: RelapseReading, horizon: number): Target {
  const { parameters, centered } = reading;
  return {
    link: "log",
    evaluate(theta, gradient) {
      const { place, law } = reading.at(theta, gradient !== undefined);
      const end = Math.log(horizon);
      gradient?.fill(0);
      const cuts = CUTS.map((p) => place + law.quantile(p)).filter((cut) => cut < end);
      let sum = Math.exp(Math.min(end, cuts[0] ?? end));
      const add = (from: number, to: number): void => {
        const half = 0.5 * (to - from);
        for (let i = 0; i < rule.nodes.length; i++) {
          const x = from + half * (1 + rule.nodes[i]!);
          const term = law.logSurvival(x - place);
          const share = half * rule.weights[i]! * Math.exp(x + term.value);
          sum += share;
          if (!gradient) continue;
          addByPlace(parameters, -share * term.byPlace, centered, gradient);
          if (parameters.shape !== null) gradient[parameters.shape]! += share * term.byShape;
          if (parameters.frailty !== null) gradient[parameters.frailty]! += share * term.byLogVariance;
        }
      };
      // Beyond the last cut no more than 1e-9 of the courses is still well.
      cuts.forEach((from, i) => {
        if (i + 1 < CUTS.length) add(from, cuts[i + 1] ?? end);
      });
      if (gradient) for (let k = 0; k < gradient.length; k++) gradient[k]! /= sum;
      return Number.isFinite(sum) && sum > 0 ? Math.log(sum) : null;
    },
  };
}
