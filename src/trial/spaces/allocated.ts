import { arrangements } from "./arrangements.ts";
import { type AssignmentSpace, isContained, type Misfit } from "./assignment-space.ts";
import { product } from "./product.ts";

/** Which option each patient's part belongs to; −1 where none. */
function optionsOf(options: readonly AssignmentSpace[], nPatients: number, assignment: Uint8Array): number[] {
  const length = options[0]!.nUnits;
  return Array.from({ length: nPatients }, (_, p) => {
    const part = assignment.subarray(p * length, (p + 1) * length);
    return options.findIndex((option) => isContained(option, part));
  });
}

function misfitsOf(
  options: readonly AssignmentSpace[],
  nEach: number,
  assignment: Uint8Array,
  names: readonly string[],
): Misfit[] {
  const length = options[0]!.nUnits;
  const nPatients = options.length * nEach;
  if (assignment.length !== length * nPatients)
    return [{ unit: null, message: `needs ${length * nPatients} units, got ${assignment.length}` }];
  const used = options.map(() => 0);
  return optionsOf(options, nPatients, assignment).flatMap((option, p): Misfit[] => {
    if (option >= 0 && ++used[option]! <= nEach) return [];
    const part = assignment.subarray(p * length, (p + 1) * length);
    const found = Array.from(part, (t) => names[t] ?? `treatment ${t + 1}`).join(", ");
    const message =
      option < 0
        ? `needs one of the ${options.length} sequences or starts of the design, got ${found}`
        : `needs each sequence or start in ${nEach} of the patients, got another: ${found}`;
    return [{ unit: p * length, message }];
  });
}

/**
 * Options given out at random among patients, each to as many: sequences of a crossover, or the starts of a multiple
 * baseline. What an option leaves open is drawn after that.
 *
 * @param options Spaces of one patient each, of equal length and without a common assignment.
 * @param nEach How many patients receive each option.
 * @returns A space of all patients' assignments, one after the other.
 * @example
 * const sequences = [[0, 1], [1, 0]].map((s) => listed([Uint8Array.from(s)], () => ({ unit: null, message: "" })));
 * allocated(sequences, 2).count; // 6n
 */
export function allocated(options: readonly AssignmentSpace[], nEach: number): AssignmentSpace {
  const allocation = arrangements(options.map(() => nEach));
  const length = options[0]!.nUnits;
  const chosen = new Uint8Array(allocation.nUnits);
  const within = options.reduce((count, option) => count * option.count ** BigInt(nEach), 1n);
  return {
    nUnits: allocation.nUnits * length,
    count: allocation.count * within,
    *enumerate() {
      for (const choice of allocation.enumerate())
        yield* product(Array.from(choice, (option) => options[option]!)).enumerate();
    },
    sample(stream, out, from = 0) {
      allocation.sample(stream, chosen);
      for (let p = 0; p < chosen.length; p++) options[chosen[p]!]!.sample(stream, out, from + p * length);
    },
    misfits: (assignment, names) => misfitsOf(options, nEach, assignment, names),
  };
}
