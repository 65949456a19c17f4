import { gaussLegendre } from "../../math/quadrature/gauss-legendre.ts";
import { fallingLogistic, LOG_81 } from "./logistic-wear-off.ts";

/** What a turnover is subjected to. */
export interface TurnoverSetting {
  /** What a full action adds to the loss, as a multiple of it: 0 in type I, −Imax in type II, Smax in type IV; > −1. */
  loss: number;
  /** ln 2 / kout, in days. */
  halfTime: number;
  /** Day on which half of the action S is gone. */
  T50: number;
  /** Days in which the action falls from 90 % to 10 %. */
  duration: number;
}

/** The rates a = kout and k = ln 81 / D, and the action on day t. */
interface Situation {
  t: number;
  loss: number;
  a: number;
  k: number;
  /** k (t − T50) */
  z: number;
  action: number;
  logAction: number;
  /** 1 − action */
  gone: number;
}

const { nodes, weights } = gaussLegendre(22);
/** Values of k (t − T50) at which panels end, counted from where the loss bends: 22 points err by 1e-14 between them. */
const CUTS = [40, 12, 2.5, -2.5, -12, -40];
/** What has been lost to e^−38 counts for nothing. */
const FORGOTTEN = 38;

function situationOf(t: number, { loss, halfTime, T50, duration }: TurnoverSetting): Situation {
  const k = LOG_81 / duration;
  const z = k * (t - T50);
  const logAction = -Math.max(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
  const action = Math.exp(logAction);
  return { t, loss, a: Math.LN2 / halfTime, k, z, action, logAction, gone: 1 / (1 + Math.exp(-z)) };
}

/** P = S(t) (e^(k y) − 1), from which the action y days earlier follows: S = (S(t) + P)/(1 + P). */
function growth({ k, action, logAction }: Situation, age: number): number {
  const w = k * age;
  return w < 1 ? Math.expm1(w) * action : Math.exp(Math.min(w + logAction, 690)) - action;
}

/** k ∫ S over the last y days: ln(1 + P). */
function exposure({ k, logAction }: Situation, age: number, grown: number): number {
  const w = k * age + logAction;
  return w > 37 ? w : Math.log1p(grown);
}

/** Age, at most t, of what has been lost to e^−38, by Newton's method. */
function forgottenAge(now: Situation): number {
  const { t, loss, a, k, action } = now;
  let age = Math.min(t, FORGOTTEN / (a * (1 + loss * action)));
  for (let step = 0; step < 8; step++) {
    const grown = growth(now, age);
    const excess = a * (age + (loss * exposure(now, age, grown)) / k) - FORGOTTEN;
    if (Math.abs(excess) < 1 || (age === t && excess < 0)) break;
    age = Math.min(t, age - excess / (a * (1 + (loss * (action + grown)) / (1 + grown))));
  }
  return age;
}

/** Adds one panel of the integral, and of its derivatives by loss, ln a, ln k and T50 if `sums` is given. */
function panel(now: Situation, from: number, to: number, sums?: Float64Array): number {
  const { loss, a, k, z, action, gone } = now;
  const half = 0.5 * (to - from);
  let total = 0;
  for (let i = 0; i < nodes.length; i++) {
    const age = from + half * (1 + nodes[i]!);
    const grown = growth(now, age);
    const earlier = (action + grown) / (1 + grown);
    const exposed = loss === 0 && !sums ? 0 : exposure(now, age, grown) / k;
    const passed = a * (age + loss * exposed);
    const share = half * weights[i]! * a * earlier * Math.exp(-passed);
    total += share;
    if (!sums) continue;
    const rest = gone / (1 + grown);
    const more = grown * rest;
    sums[0]! -= share * a * exposed;
    sums[1]! += share * (1 - passed);
    sums[2]! += share * ((k * age - z) * rest + a * loss * ((z / k) * more - age * earlier + exposed));
    sums[3]! += share * (k * rest - a * loss * more);
  }
  return total;
}

/**
 * Relief per unit of gain in an indirect response whose drug acts as S(t) = 1/(1 + exp(k (t − T50))), k = ln 81 / D:
 *
 * Q(t) = ∫ a S(s) exp(−a ∫ (1 + loss · S(v)) dv) ds, s from 0 to t and v from s to t, a = kout,
 *
 * the solution by variation of constants of Q′ = a S − a (1 + loss · S) Q, Q(0) = 0. With y the response over its baseline,
 * 1 − y is Imax · Q in type I (loss 0), −Imax · Q in type II (loss −Imax), Smax · Q in type IV (loss Smax). The inner
 * integral is elementary; the outer one is done by Gauss–Legendre panels, to about 1e-14/(1 + loss).
 *
 * @param t Days since the course, > 0.
 * @param out Filled, if given, with the derivatives by loss, ln halfTime, ln T50, ln duration and t.
 * @see Dayneka, Garg & Jusko (1993), J Pharmacokinet Biopharm 21:457–478. doi:10.1007/BF01061691
 * @example
 * turnoverRelief(500, { loss: 4, halfTime: 4, T50: 5000, duration: 60 }); // 0.2
 */
export function turnoverRelief(t: number, setting: TurnoverSetting, out?: Float64Array): number {
  const now = situationOf(t, setting);
  const { loss, a, k, z } = now;
  const oldest = forgottenAge(now);
  const bend = loss > 0 ? Math.max(0, Math.log((a * loss) / k)) : 0;
  const sums = out && new Float64Array(4);
  let total = 0;
  let from = 0;
  for (const cut of CUTS) {
    const to = (z - bend - cut) / k;
    if (!(to > from && to < oldest)) continue;
    total += panel(now, from, to, sums);
    from = to;
  }
  total += panel(now, from, oldest, sums);
  if (out && sums) {
    const untouched = a * (t + (loss * exposure(now, t, growth(now, t))) / k);
    out[0] = sums[0]!;
    out[1] = -sums[1]!;
    out[2] = sums[3]! * setting.T50;
    out[3] = -sums[2]!;
    out[4] = a * fallingLogistic(-k * setting.T50) * Math.exp(-untouched) - sums[3]!;
  }
  return total;
}
