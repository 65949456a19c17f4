import type { ResponseModel } from "../response-model.ts";
import { plateau } from "./plateau.ts";
import { turnoverLandmarks, turnoverParameters, turnoverSetting } from "./turnover-parameters.ts";
import { turnoverRelief } from "./turnover-relief.ts";

const slopes = new Float64Array(5);

/**
 * Indirect response of type I: the treatment inhibits the production of pain, y′ = kout (1 − R S(t)) − kout y, y(0) = 1, and
 * relief is r = 1 − y.
 *
 * S is the sigmoid effect of a driver of half-life H, which cancels: S(t) = 1/(1 + exp(ln 81 (t − T50)/D)) whatever H is.
 */
export const turnoverI: ResponseModel = {
  name: "turnover-i",
  label: "Turnover, type I: less pain arises",
  formula:
    "r(t) = 1 − y(t), y′ = kout · (1 − R · S) − kout · y, y(0) = 1, kout = ln 2 / h, S = C^γ / (C50^γ + C^γ), C = 2^(−t/H), C50 = 2^(−T50/H), γ = log2(81) · H / D, H = 21 days",
  reference:
    "Dayneka, Garg & Jusko (1993), J Pharmacokinet Biopharm 21:457–478, model I, doi:10.1007/BF01061691",
  parameters: turnoverParameters,
  landmarks: turnoverLandmarks,

  relief: (t, p) => p[0]! * turnoverRelief(t, turnoverSetting(p, 0)),

  gradient(t, p, out) {
    const relief = p[0]!;
    const r = relief * turnoverRelief(t, turnoverSetting(p, 0), slopes);
    out[0] = r * (1 - relief);
    for (let k = 1; k < 5; k++) out[k] = relief * slopes[k]!;
    return r;
  },

  starts: plateau.starts,
};
