import type { RandomStream } from "../../math/random/random-stream.ts";

/** Why an assignment does not belong to a space. */
export interface Misfit {
  /** The unit where it shows, from 0; null where it is the whole. */
  unit: number | null;
  /** What is needed and what was found. */
  message: string;
}

/** All assignments of treatments to units that a randomisation could have given, each as likely as the others. */
export interface AssignmentSpace {
  /** Length of an assignment. */
  readonly nUnits: number;
  /** How many assignments there are, exactly. */
  readonly count: bigint;
  /**
   * Runs through all assignments.
   * @returns A generator of one array, number of the treatment for each unit, that is updated in place.
   */
  enumerate(): Generator<Uint8Array, void, undefined>;
  /**
   * Draws one assignment, all equally likely.
   * @param out Filled with the number of the treatment for each unit, from `from` on.
   */
  sample(stream: RandomStream, out: Uint8Array, from?: number): void;
  /**
   * Says why an assignment is not one of these.
   * @param names Names of the treatments, for the messages.
   * @returns Nothing where it is one of them.
   */
  misfits(assignment: Uint8Array, names: readonly string[]): Misfit[];
}

/**
 * Whether an assignment is one that the randomisation could have given.
 *
 * @example
 * isContained(arrangements([1, 1]), Uint8Array.of(0, 1)); // true
 */
export function isContained(space: AssignmentSpace, assignment: Uint8Array): boolean {
  return space.misfits(assignment, []).length === 0;
}

/** `2 of saline and 3 of IVIG`. */
export function tally(counts: ArrayLike<number>, names: readonly string[]): string {
  return Array.from(counts, (count, t) => `${count} of ${names[t] ?? `treatment ${t + 1}`}`).join(" and ");
}

/** How often each of some treatments stands in an assignment. */
export function countEach(assignment: ArrayLike<number>, nTreatments: number): number[] {
  const counts = new Array<number>(nTreatments).fill(0);
  for (let u = 0; u < assignment.length; u++) {
    const treatment = assignment[u]!;
    if (treatment < nTreatments) counts[treatment]!++;
  }
  return counts;
}
