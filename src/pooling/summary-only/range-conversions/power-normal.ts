import { integratePeak } from "../../../math/distributions/integrate-peak.ts";
import { normalDensity } from "../../../math/special/normal-tails.ts";
import type { ConvertedRange } from "./range-conversion.ts";

/** Box and Cox's transformation of a value above 0. */
export function boxCox(x: number, power: number): number {
  return power === 0 ? Math.log(x) : Math.expm1(power * Math.log(x)) / power;
}

function inverseBoxCox(y: number, power: number): number {
  if (power === 0) return Math.exp(y);
  return power * y <= -1 ? 0 : Math.exp(Math.log1p(power * y) / power);
}

/**
 * Mean and standard deviation of a value whose transform is normal, cut where the value would be below 0 and as far from
 * the center on the other side.
 *
 * @param power At least 0.
 * @see McGrath et al. (2020), Stat Methods Med Res 29:2520–2537, on the Box–Cox method. doi:10.1177/0962280219889080
 */
export function powerNormalMoments(power: number, center: number, sd: number): ConvertedRange {
  if (power === 0) {
    const mean = Math.exp(center + 0.5 * sd * sd);
    return { mean, sd: mean * Math.sqrt(Math.expm1(sd * sd)) };
  }
  const reach = Math.min(Math.abs(center + 1 / power) / sd, 38);
  // z = reach · tanh u: where a value of 0 ends the range with a kink, the integrand only falls exponentially.
  const moment = (order: number): number =>
    integratePeak(
      (u) => {
        const z = reach * Math.tanh(u);
        return (normalDensity(z) * inverseBoxCox(center + sd * z, power) ** order) / Math.cosh(u) ** 2;
      },
      Math.min(1, 1 / reach),
    );
  const total = moment(0);
  const mean = moment(1) / total;
  return { mean, sd: Math.sqrt(Math.max(0, moment(2) / total - mean * mean)) };
}
