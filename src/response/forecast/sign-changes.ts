import { findRoot } from "../../math/optimize/find-root.ts";
import { minimizeBrent } from "../../math/optimize/minimize-brent.ts";

/** A day on which a curve passes 0. */
export interface SignChange {
  day: number;
  /** True where the curve is at or above 0 from here on. */
  rises: boolean;
}

/** Days to which a passage is found. */
const TOLERANCE = 1e-6;

/**
 * Finds where a curve passes 0, up or down, in order of time.
 *
 * Beside each node that is the highest of its neighbours, or the lowest, the curve's own turning point is looked for, so
 * that a passage up and down again between nodes is not missed.
 *
 * @param f Continuous; ≥ 0 counts as above.
 * @param nodes Days in ascending order, so dense that the curve turns at most once between a node's neighbours.
 */
export function signChanges(f: (day: number) => number, nodes: readonly number[]): SignChange[] {
  const values = nodes.map(f);
  const changes: SignChange[] = [];
  const pass = (from: number, to: number, rises: boolean): void => {
    changes.push({ day: findRoot(f, from, to, TOLERANCE) ?? to, rises });
  };
  for (let k = 1; k < nodes.length; k++) {
    const above = values[k]! >= 0;
    if (above !== values[k - 1]! >= 0) pass(nodes[k - 1]!, nodes[k]!, above);
    const turn = turningDay(f, nodes, values, k);
    if (turn === null) continue;
    pass(nodes[k - 1]!, turn, !above);
    pass(turn, nodes[k + 1]!, above);
  }
  return changes;
}

/** The turning point beside a node, where it lies on the other side of 0 than the node and both neighbours. */
function turningDay(
  f: (day: number) => number,
  nodes: readonly number[],
  values: readonly number[],
  k: number,
): number | null {
  if (k + 1 >= nodes.length) return null;
  const [before, here, after] = [values[k - 1]!, values[k]!, values[k + 1]!];
  const above = here >= 0;
  if (before >= 0 !== above || after >= 0 !== above) return null;
  const turns = above ? here <= before && here < after : here >= before && here > after;
  if (!turns) return null;
  const { x } = minimizeBrent((day) => (above ? f(day) : -f(day)), nodes[k - 1]!, nodes[k + 1]!);
  return f(x) >= 0 === above ? null : x;
}
