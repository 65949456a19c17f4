import { type AssignmentSpace, isContained } from "./spaces/assignment-space.ts";

/** Spaces up to this size are searched for assignments that place the compared treatments alike. */
const MOST_SEARCHED = 65_536n;

/** How many assignments of a space place two treatments as this one does, and how many exchange them. */
interface Likenesses {
  alike: number;
  mirrored: number;
}

function likenesses(space: AssignmentSpace, own: Uint8Array, one: number, other: number): Likenesses {
  const swapped = own.map((t) => (t === one ? other : t === other ? one : t));
  const hasOthers = new Set(own).size > 3;
  if (!hasOthers || space.count > MOST_SEARCHED)
    return { alike: 1, mirrored: isContained(space, swapped) ? 1 : 0 };
  const found = { alike: 0, mirrored: 0 };
  const agrees = (assignment: Uint8Array, with_: Uint8Array): boolean =>
    assignment.every(
      (t, u) => t === with_[u] || (t !== one && t !== other && with_[u] !== one && with_[u] !== other),
    );
  for (const assignment of space.enumerate()) {
    if (agrees(assignment, own)) found.alike++;
    if (agrees(assignment, swapped)) found.mirrored++;
  }
  return found;
}

/**
 * The least p-values that a randomization test of two treatments can give: the share of assignments that the statistic
 * cannot tell from the actual one, one-sided, and with those that exchange the treatments, two-sided.
 *
 * With four treatments or more and over 65,536 assignments, those that differ in other treatments only are not counted:
 * the p-values are then below what can be reached, and below any level asked for.
 *
 * @param assignment One of the space.
 * @param treatment Number of the one treatment compared.
 * @param reference Number of the other.
 * @example
 * smallestPValues(arrangements([4, 4]), Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1), 1, 0).twoSided; // 2/70
 */
export function smallestPValues(
  space: AssignmentSpace,
  assignment: Uint8Array,
  treatment: number,
  reference: number,
): { oneSided: number; twoSided: number } {
  const { alike, mirrored } = likenesses(space, assignment, treatment, reference);
  const count = Number(space.count);
  // Spaces of more than 10³⁰⁸ assignments: the share is below all numbers, yet not 0.
  const share = (n: number): number => Math.max(n / count, Number.MIN_VALUE);
  return { oneSided: share(alike), twoSided: share(alike + mirrored) };
}
