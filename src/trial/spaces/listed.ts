import { integerBelow } from "../../math/random/integer-below.ts";
import type { AssignmentSpace, Misfit } from "./assignment-space.ts";

/**
 * A few assignments, listed.
 *
 * @param assignments All different, of one length, at least one.
 * @param explain Says what an assignment lacks that is none of them.
 * @example
 * listed([Uint8Array.of(0, 1), Uint8Array.of(1, 0)], () => []).count; // 2n
 */
export function listed(
  assignments: readonly Uint8Array[],
  explain: (assignment: Uint8Array, names: readonly string[]) => Misfit,
): AssignmentSpace {
  const nUnits = assignments[0]!.length;
  const known = new Set(assignments.map((assignment) => assignment.join()));
  return {
    nUnits,
    count: BigInt(assignments.length),
    *enumerate() {
      const current = new Uint8Array(nUnits);
      for (const assignment of assignments) {
        current.set(assignment);
        yield current;
      }
    },
    sample(stream, out, from = 0) {
      out.set(assignments[integerBelow(stream, assignments.length)]!, from);
    },
    misfits: (assignment, names) => (known.has(assignment.join()) ? [] : [explain(assignment, names)]),
  };
}
