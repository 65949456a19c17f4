import { randomStream } from "../math/random/random-stream.ts";
import type { AssignmentSpace } from "./spaces/assignment-space.ts";

/** The assignments among which the actual one is placed. */
export interface ReferenceSet {
  method: "exact" | "monte-carlo";
  /** How many, the actual one among them. */
  size: number;
  /** Runs through them, the same ones each time; one array is updated in place. */
  each(): Iterable<Uint8Array>;
}

/**
 * All assignments of a space, or a seeded sample of them with the actual one in front.
 *
 * @param actual The actual assignment.
 * @param most Largest number of assignments that are all counted.
 * @param draws How many are drawn where there are more.
 */
export function referenceSet(
  space: AssignmentSpace,
  actual: Uint8Array,
  { most, draws, seed }: { most: number; draws: number; seed: number },
): ReferenceSet {
  if (space.count <= BigInt(most))
    return { method: "exact", size: Number(space.count), each: () => space.enumerate() };
  return {
    method: "monte-carlo",
    size: draws + 1,
    *each() {
      yield actual;
      const stream = randomStream(seed);
      const drawn = new Uint8Array(space.nUnits);
      for (let b = 0; b < draws; b++) {
        space.sample(stream, drawn);
        yield drawn;
      }
    },
  };
}
