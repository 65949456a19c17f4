import type { Misfit } from "./assignment-space.ts";

/** The reference up to a score, and the treatment from it on; `start` counts from 1. */
export function startAssignment(nScores: number, start: number): Uint8Array {
  return new Uint8Array(nScores).fill(1, start - 1);
}

/** Says that a start is none of those allowed. */
export function wrongStart(
  starts: readonly number[],
): (assignment: Uint8Array, names: readonly string[]) => Misfit {
  return (assignment, names) => {
    const unit = assignment.indexOf(1);
    const needed = `needs ${names[1] ?? "the treatment"} from score ${starts.join(" or ")} on`;
    if (unit < 0) return { unit: null, message: `${needed}, got none` };
    const back = assignment.indexOf(0, unit);
    if (back >= 0) return { unit: back, message: `${needed}, got ${names[0] ?? "the reference"} after it` };
    return { unit, message: `${needed}, got it from score ${unit + 1} on` };
  };
}
