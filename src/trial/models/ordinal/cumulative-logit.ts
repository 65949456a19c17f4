import type { OrderedCounts } from "./ordered-counts.ts";

/** The likelihood of a log odds ratio where the thresholds are the best for it. */
export interface ProfiledOdds {
  logLikelihood: number;
  /** Its derivative with respect to the log odds ratio. */
  slope: number;
}

/** Value, slopes and curvatures of the log likelihood in the thresholds; the curvatures are tridiagonal. */
interface Thresholds {
  value: number;
  slope: number;
  gradient: number[];
  diagonal: number[];
  /** Between each threshold and the one before it; the first is 0. */
  beside: number[];
}

/** ln(1 + eˣ). */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const expit = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The log likelihood of thresholds α and a log odds ratio β, P(Y ≤ j) = expit(α_j − βx).
 *
 * A value between two thresholds has probability F(u) (1 − F(v)) (1 − e^(v − u)), of which all three are log-concave and none
 * cancels.
 */
function likelihoodAt(
  { treated, reference }: OrderedCounts,
  alpha: readonly number[],
  beta: number,
): Thresholds {
  const n = alpha.length;
  const out: Thresholds = {
    value: 0,
    slope: 0,
    gradient: new Array(n).fill(0),
    diagonal: new Array(n).fill(0),
    beside: new Array(n).fill(0),
  };
  for (let t = 0; t < n; t++) {
    for (const [counts, x] of [[reference, 0] as const, [treated, 1] as const]) {
      const at = alpha[t]! - beta * x;
      const [below, above, p] = [counts[t]!, counts[t + 1]!, expit(at)];
      out.value -= below * softplus(-at) + above * softplus(at);
      const slope = below * (1 - p) - above * p;
      out.gradient[t]! += slope;
      out.diagonal[t]! -= (below + above) * p * (1 - p);
      out.slope -= x * slope;
    }
    if (t === 0) continue;
    const gap = alpha[t]! - alpha[t - 1]!;
    const between = treated[t]! + reference[t]!;
    if (!(gap > 0)) return { ...out, value: -Infinity };
    out.value += between * Math.log(-Math.expm1(-gap));
    const steep = between / Math.expm1(gap);
    const curved = steep * (1 + 1 / Math.expm1(gap));
    out.gradient[t]! += steep;
    out.gradient[t - 1]! -= steep;
    out.diagonal[t]! -= curved;
    out.diagonal[t - 1]! -= curved;
    out.beside[t]! += curved;
  }
  return out;
}

/** Solves the tridiagonal system of a Newton step. */
function newtonStep({ gradient, diagonal, beside }: Thresholds): number[] {
  const n = gradient.length;
  const pivots = [...diagonal];
  const right = gradient.map((g) => -g);
  for (let t = 1; t < n; t++) {
    const factor = beside[t]! / pivots[t - 1]!;
    pivots[t]! -= factor * beside[t]!;
    right[t]! -= factor * right[t - 1]!;
  }
  for (let t = n - 1; t >= 0; t--) {
    const after = t + 1 < n ? beside[t + 1]! * right[t + 1]! : 0;
    right[t] = (right[t]! - after) / pivots[t]!;
  }
  return right;
}

/** Thresholds of all periods together, in the middle between the treatments. */
function startOf({ treated, reference }: OrderedCounts, beta: number): number[] {
  const counts = treated.map((count, j) => count + reference[j]!);
  const total = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  return counts.slice(0, -1).map((count) => {
    below += count;
    return Math.log(below / (total - below)) + 0.5 * beta;
  });
}

const MOST_STEPS = 200;

/**
 * The log likelihood of a log odds ratio, profiled over the thresholds by Newton's method: it is concave, so that damped steps
 * end at the one highest point.
 *
 * @see McCullagh (1980), J R Stat Soc B 42:109–142; Pratt (1981), J Am Stat Assoc 76:103–106 (concavity).
 */
export function profiledOdds(counts: OrderedCounts, beta: number): ProfiledOdds {
  let alpha = startOf(counts, beta);
  let here = likelihoodAt(counts, alpha, beta);
  for (let i = 0; i < MOST_STEPS; i++) {
    const step = newtonStep(here);
    const promised = step.reduce((sum, s, t) => sum + s * here.gradient[t]!, 0);
    if (promised < 1e-22) break;
    let share = 1;
    let next = here;
    let moved = alpha;
    do {
      moved = alpha.map((a, t) => a + share * step[t]!);
      next = likelihoodAt(counts, moved, beta);
      share *= 0.5;
    } while (next.value < here.value - 1e-13 * Math.abs(here.value) && share > 1e-12);
    if (share <= 1e-12) break;
    [alpha, here] = [moved, next];
  }
  return { logLikelihood: here.value, slope: here.slope };
}
