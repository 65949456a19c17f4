import { choleskyInverse } from "../../math/linear/cholesky.ts";
import { type EffectsMode, effectsMode, type SearchStart } from "./effects-mode.ts";
import type { GroupIntegrand } from "./group-integrand.ts";
import { laplace } from "./laplace.ts";
import type { MarginalApproximation } from "./marginal-approximation.ts";
import { modeMove } from "./mode-move.ts";

/** Nodes lie at center + scale · sinh(STEP · j), out to so many standard deviations of the effect before the data. */
const STEP = 0.3;
const FARTHEST = 6;
/** Widest scale, and one that still resolves a narrow peak. */
const WIDEST = 0.8;
const NARROWEST = 0.01;
/** A node whose logarithm lies so far below the highest adds nothing, nor do those beyond it. */
const NOTHING = 20;

/** The group with one effect held, which counts as a parameter behind the others. */
function holding(group: GroupIntegrand, held: number): GroupIntegrand {
  const { nParameters: p, nEffects: q } = group;
  const full = new Float64Array(q);
  const inner = new Float64Array(p + q);
  const set = (theta: ArrayLike<number>, effects: ArrayLike<number>): Float64Array => {
    for (let e = 0, i = 0; e < q; e++) full[e] = e === held ? theta[p]! : effects[i++]!;
    return full;
  };
  return {
    nParameters: p + 1,
    nEffects: q - 1,
    evaluate(theta, effects, slopes) {
      const value = group.evaluate(theta, set(theta, effects), slopes && inner);
      if (!slopes) return value;
      for (let k = 0; k < p; k++) slopes[k] = inner[k]!;
      slopes[p] = inner[p + held]!;
      for (let e = 0, i = p + 1; e < q; e++) if (e !== held) slopes[i++] = inner[p + e]!;
      return value;
    },
    ownParameters: (theta, effects) => group.ownParameters(theta, set(theta, effects)),
  };
}

interface Node {
  z: number;
  logWeight: number;
}

/** The nodes with the logarithms of their weights: the central one, and those outward on either side. */
function nodesAround(center: number, scale: number): { center: Node; sides: Node[][] } {
  const sides = [-1, 1].map((side) => {
    const nodes: Node[] = [];
    for (let j = 1; ; j++) {
      const z = center + side * scale * Math.sinh(STEP * j);
      if (Math.abs(z) > FARTHEST) return nodes;
      nodes.push({ z, logWeight: Math.log(scale * STEP * Math.cosh(STEP * j)) });
    }
  });
  return { center: { z: center, logWeight: Math.log(scale * STEP) }, sides };
}

/** The mode of the other effects at one node. */
interface Neighbour {
  z: number;
  mode: EffectsMode;
}

/**
 * Where the mode at a further node would be if it went on as it does at the last one, with the bend that it had since the
 * one before.
 *
 * @param unit Change of the parameters along which the nodes lie.
 */
function continued(before: Neighbour | null, last: Neighbour, z: number, unit: Float64Array): SearchStart {
  const { mode } = last;
  const slope = modeMove(mode, unit);
  if (!slope) return mode;
  const on = z - last.z;
  const back = before ? before.z - last.z : Infinity;
  const effects = mode.effects.map((v, e) => {
    const bend = before ? (before.mode.effects[e]! - v - slope[e]! * back) / (back * back) : 0;
    return v + slope[e]! * on + bend * on * on;
  });
  return { effects, factor: mode.factor };
}

/** A standard deviation of the held effect at the mode, kept within what the nodes are made for. */
function scaleOf({ factor }: EffectsMode, held: number): number {
  const variance = factor ? choleskyInverse(factor).values[held * (factor.rows + 1)]! : 1;
  return Math.min(WIDEST, Math.max(NARROWEST, Math.sqrt(variance)));
}

/**
 * Laplace's approximation for all effects but one, which is integrated numerically: where few observations leave two modes
 * in that effect, such as an early and a late loss of relief, both count.
 *
 * The rule is the trapezoidal one after a sinh transformation, whose value does not depend on where it is centred; its
 * slopes are those of the integrand at the nodes. A group that names no such effect is integrated by Laplace's
 * approximation alone.
 *
 * @see Rue, Martino & Chopin (2009), J R Stat Soc B 71:319–392, section 3 (nested Laplace approximations).
 * doi:10.1111/j.1467-9868.2008.00700.x; Trefethen & Weideman (2014), SIAM Rev 56:385–458, section 5 (the rule).
 */
export const iteratedLaplace: MarginalApproximation = {
  name: "iterated-laplace",
  label: "Laplace's approximation, one effect integrated numerically",
  reference: "Rue, Martino & Chopin (2009), J R Stat Soc B 71:319–392. doi:10.1111/j.1467-9868.2008.00700.x",
  mostEffects: Infinity,
  marginal(group, theta, mode, slopes) {
    const held = group.numericEffect;
    if (held === undefined || group.nEffects < 2) return laplace.marginal(group, theta, mode, slopes);
    const p = group.nParameters;
    const conditional = holding(group, held);
    const at = new Float64Array(p + 1);
    at.set(theta);
    const terms: number[] = [];
    const own: Float64Array[] = [];
    const add = ({ z, logWeight }: Node, start: SearchStart, nearby: SearchStart): Neighbour => {
      at[p] = z;
      const found = effectsMode(conditional, at, start);
      const usable = found.factor ? found : effectsMode(conditional, at, nearby);
      const slope = new Float64Array(slopes ? p + 1 : 0);
      terms.push(logWeight - laplace.marginal(conditional, at, usable, slopes && slope));
      own.push(slope);
      return { z, mode: usable };
    };
    const unit = new Float64Array(p + 1);
    unit[p] = 1;
    const { center, sides } = nodesAround(mode.effects[held]!, scaleOf(mode, held));
    const alone: SearchStart = { effects: mode.effects.filter((_, e) => e !== held) };
    const central = add(center, alone, alone);
    let before: Neighbour | null = null;
    for (const side of sides) {
      let last = central;
      let most = terms[0]!;
      let first: Neighbour | null = null;
      for (const node of side) {
        const next = add(node, continued(before, last, node.z, unit), last.mode);
        if (next.mode.factor) [before, last] = [last, next];
        first ??= next;
        most = Math.max(most, terms.at(-1)!);
        if (terms.at(-1)! < most - NOTHING) break;
      }
      before = first;
    }
    return -logSum(terms, own, p, slopes);
  },
};

/** ln Σ exp(terms); adds the slopes, each by its share. */
function logSum(
  terms: readonly number[],
  own: readonly Float64Array[],
  p: number,
  slopes?: Float64Array,
): number {
  const largest = terms.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = terms.map((term) => Math.exp(term - largest));
  const total = shares.reduce((a, b) => a + b, 0);
  if (slopes) {
    shares.forEach((share, j) => {
      for (let k = 0; share > 0 && k < p; k++) slopes[k]! += (share / total) * own[j]![k]!;
    });
  }
  return largest + Math.log(total);
}
