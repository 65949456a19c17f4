import { type EffectData, residualDegrees } from "../inference/random-effects/effect-data.ts";
import { fitAt } from "../inference/random-effects/weighted-fit.ts";
import { chiSquared } from "../math/distributions/chi-squared.ts";
import type { Warning } from "../schema/provenance.ts";

/** Something else that the numbers given as variances may be. */
interface Reading {
  code: string;
  what: string;
  /** Power of the given number that is then the variance. */
  power: number;
}

const readings: readonly Reading[] = [
  {
    code: "variance-looks-like-standard-error",
    what: "standard errors were given where variances are meant",
    power: 2,
  },
  {
    code: "standard-error-looks-like-variance",
    what: "variances were given where standard errors are meant",
    power: 0.5,
  },
];

/** Series that agree better than this share of pools without any differences are suspect. */
const TOO_WELL = 0.025;
/** The other reading must leave Q an ordinary value. */
const ORDINARY: readonly [number, number] = [0.05, 0.95];

/** P(Q is at most the one found) if the given numbers to this power are the variances and τ² is 0. */
function agreement(data: EffectData, power: number): number {
  const variances = Array.from(data.variances, (variance) => variance ** power);
  return chiSquared.cdf(fitAt({ ...data, variances }, 0).q, residualDegrees(data));
}

/**
 * Looks for numbers that were squared, or not squared, by mistake. Variances that are too large make the series agree better
 * than chance would have it (in fewer than 1 pool of 40 without differences); where reading them the other way makes their
 * agreement ordinary, that is said. It can only look so: variances that are too small look like true differences, and say
 * nothing.
 */
export function varianceWarnings(data: EffectData): Warning[] {
  if (agreement(data, 1) >= TOO_WELL) return [];
  return readings
    .filter(({ power }) => {
      const ordinary = agreement(data, power);
      return ordinary > ORDINARY[0] && ordinary < ORDINARY[1];
    })
    .map(({ code, what }) => ({
      code,
      message: `The series agree better than their variances lead one to expect, and it looks as if ${what}: please check that column.`,
    }));
}
