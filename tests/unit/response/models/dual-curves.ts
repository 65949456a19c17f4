import type { Dual } from "../../../../src/math/derivatives/dual.ts";
import { gaussLegendre } from "../../../../src/math/quadrature/gauss-legendre.ts";

/** A relief curve over dual numbers: t and natural parameters in the order of the model. */
export type DualCurve = (t: Dual, p: Dual[]) => Dual;

const onset = (t: Dual, h: Dual): Dual => t.over(h).times(-Math.LN2).exp().negated().plus(1);
/** k (t − T50) */
const turned = (t: Dual, T50: Dual, D: Dual): Dual => t.minus(T50).over(D).times(Math.log(81));
const wearOff = (t: Dual, T50: Dual, D: Dual): Dual => turned(t, T50, D).negated().logistic();
/** 1/x */
const inverse = (x: Dual): Dual => x.power(-1);

const { nodes, weights } = gaussLegendre(20);

/** ∫ a S e^(−a ∫ (1 + loss S)) over the course so far, in panels shorter than everything that happens. */
function turnover(t: Dual, [, h, T50, D]: Dual[], loss: Dual): Dual {
  const a = inverse(h!).times(Math.LN2);
  const k = inverse(D!).times(Math.log(81));
  const bend = (s: Dual): Dual => turned(s, T50!, D!).exp().log1p();
  const panels = Math.ceil(t.value * (k.value / 2 + (a.value * (1 + loss.value)) / 5));
  let sum = t.times(0);
  for (let i = 0; i < panels * nodes.length; i++) {
    const node = nodes[i % nodes.length]!;
    const share = (Math.floor(i / nodes.length) + 0.5 * (1 + node)) / panels;
    const weight = (0.5 * weights[i % nodes.length]!) / panels;
    const s = t.times(share);
    const area = t.minus(s).minus(bend(t).minus(bend(s)).over(k));
    const kept = t.minus(s).plus(area.times(loss)).times(a).negated().exp();
    sum = sum.plus(
      a
        .times(wearOff(s, T50!, D!))
        .times(kept)
        .times(t)
        .times(weight),
    );
  }
  return sum;
}

/** Every model that gives derivatives, written once more as its formula stands. */
export const dualCurves: Readonly<Record<string, DualCurve>> = {
  plateau: (t, [R, h, T50, D]) => R!.times(onset(t, h!)).times(wearOff(t, T50!, D!)),
  "no-effect": (t) => t.times(0),
  "log-logistic": (t, [R, h, T50, steepness]) =>
    R!.times(onset(t, h!)).times(t.over(T50!).log().times(steepness!).negated().logistic()),
  "residual-relief": (t, [R, h, T50, D, p]) => {
    const kept = p!.plus(
      p!
        .negated()
        .plus(1)
        .times(wearOff(t, T50!, D!)),
    );
    return R!.times(onset(t, h!)).times(kept);
  },
  bateman: (t, [R, h, off]) => {
    const [fast, slow] = [inverse(h!).times(Math.LN2), inverse(off!).times(Math.LN2)];
    const curve = (day: Dual): Dual => slow.times(day).negated().exp().minus(fast.times(day).negated().exp());
    return R!.times(curve(t)).over(curve(fast.over(slow).log().over(fast.minus(slow))));
  },
  "turnover-i": (t, p) => p[0]!.times(turnover(t, p, t.times(0))),
  "turnover-iv": (t, p) => {
    const stimulation = p[0]!.over(p[0]!.negated().plus(1));
    return stimulation.times(turnover(t, p, stimulation));
  },
};
