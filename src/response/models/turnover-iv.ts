import type { ResponseModel } from "../response-model.ts";
import { plateau } from "./plateau.ts";
import { turnoverLandmarks, turnoverParameters, turnoverSetting } from "./turnover-parameters.ts";
import { turnoverRelief } from "./turnover-relief.ts";

const slopes = new Float64Array(5);

/** Smax, whose steady state is R = Smax/(1 + Smax); finite where R is 1 to rounding. */
function stimulation(relief: number): number {
  return relief / Math.max(1 - relief, Number.EPSILON);
}

/**
 * Indirect response of type IV: the treatment speeds up the loss of pain, y′ = kout − kout (1 + Smax S(t)) y, y(0) = 1, and
 * relief is r = 1 − y; R = Smax/(1 + Smax) is where it settles while the action is full.
 *
 * S is the sigmoid effect of a driver of half-life H, which cancels: S(t) = 1/(1 + exp(ln 81 (t − T50)/D)) whatever H is.
 */
export const turnoverIV: ResponseModel = {
  name: "turnover-iv",
  label: "Turnover, type IV: pain is lost faster",
  formula:
    "r(t) = 1 − y(t), y′ = kout − kout · (1 + Smax · S) · y, y(0) = 1, Smax = R / (1 − R), kout = ln 2 / h, S = C^γ / (C50^γ + C^γ), C = 2^(−t/H), C50 = 2^(−T50/H), γ = log2(81) · H / D, H = 21 days",
  reference:
    "Dayneka, Garg & Jusko (1993), J Pharmacokinet Biopharm 21:457–478, model IV, doi:10.1007/BF01061691",
  parameters: turnoverParameters,
  landmarks: turnoverLandmarks,

  relief(t, p) {
    const gain = stimulation(p[0]!);
    return gain * turnoverRelief(t, turnoverSetting(p, gain));
  },

  gradient(t, p, out) {
    const gain = stimulation(p[0]!);
    const r = gain * turnoverRelief(t, turnoverSetting(p, gain), slopes);
    out[0] = r + gain * gain * slopes[0]!;
    for (let k = 1; k < 5; k++) out[k] = gain * slopes[k]!;
    return r;
  },

  starts: plateau.starts,
};
