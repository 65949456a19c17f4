/** The state that a tree would hand on, drawn from all of its states by their weights. */
interface Proposal {
  position: Float64Array;
  gradient: Float64Array;
  logDensity: number;
  energy: number;
}

/** A stretch of one trajectory, of 2^depth states: its two ends, and one of its states to hand on. */
export interface Subtree {
  beginMomentum: Float64Array;
  beginVelocity: Float64Array;
  endMomentum: Float64Array;
  endVelocity: Float64Array;
  /** Sum of the momenta of all states. */
  momentumSum: Float64Array;
  /** ln Σ exp(energy at the start of the trajectory − energy). */
  logWeight: number;
  proposal: Proposal;
}

export function subtree(dimension: number): Subtree {
  const vector = (): Float64Array => new Float64Array(dimension);
  return {
    beginMomentum: vector(),
    beginVelocity: vector(),
    endMomentum: vector(),
    endVelocity: vector(),
    momentumSum: vector(),
    logWeight: -Infinity,
    proposal: { position: vector(), gradient: vector(), logDensity: Number.NaN, energy: Number.NaN },
  };
}

/** Hands `from`'s proposal to `to`, which gives its own in return: nothing is copied. */
export function takeProposal(to: Subtree, from: Subtree): void {
  const given = to.proposal;
  to.proposal = from.proposal;
  from.proposal = given;
}

/** Hands the beginning of `from` to `to`, in exchange. */
export function takeBeginning(to: Subtree, from: Subtree): void {
  const { beginMomentum, beginVelocity } = to;
  to.beginMomentum = from.beginMomentum;
  to.beginVelocity = from.beginVelocity;
  from.beginMomentum = beginMomentum;
  from.beginVelocity = beginVelocity;
}

/** Hands the end of `from` to `to`, in exchange. */
export function takeEnd(to: Subtree, from: Subtree): void {
  const { endMomentum, endVelocity } = to;
  to.endMomentum = from.endMomentum;
  to.endVelocity = from.endVelocity;
  from.endMomentum = endMomentum;
  from.endVelocity = endVelocity;
}

/** Turns a tree round: its end becomes its beginning. */
export function reverse(tree: Subtree): void {
  const { beginMomentum, beginVelocity } = tree;
  tree.beginMomentum = tree.endMomentum;
  tree.beginVelocity = tree.endVelocity;
  tree.endMomentum = beginMomentum;
  tree.endVelocity = beginVelocity;
}

/** ln(e^a + e^b) */
export function logAddExp(a: number, b: number): number {
  const large = Math.max(a, b);
  return large === -Infinity ? large : large + Math.log1p(Math.exp(-Math.abs(a - b)));
}
