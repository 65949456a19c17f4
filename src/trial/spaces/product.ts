import type { AssignmentSpace } from "./assignment-space.ts";

/** Where each part begins. */
function offsets(spaces: readonly AssignmentSpace[]): number[] {
  let at = 0;
  return spaces.map(({ nUnits }) => {
    at += nUnits;
    return at - nUnits;
  });
}

/** Every combination of the parts, the last part turning fastest. */
function* combinations(spaces: readonly AssignmentSpace[]): Generator<Uint8Array, void, undefined> {
  const begins = offsets(spaces);
  const combined = new Uint8Array(spaces.reduce((sum, { nUnits }) => sum + nUnits, 0));
  const wheels = spaces.map((space) => Array.from(space.enumerate(), (assignment) => assignment.slice()));
  if (wheels.some(({ length }) => length === 0)) return;
  const turned = new Int32Array(spaces.length);
  wheels.forEach((wheel, p) => {
    combined.set(wheel[0]!, begins[p]);
  });
  for (;;) {
    yield combined;
    let part = spaces.length - 1;
    while (part >= 0 && turned[part]! + 1 === wheels[part]!.length) {
      turned[part] = 0;
      combined.set(wheels[part]![0]!, begins[part]);
      part--;
    }
    if (part < 0) return;
    combined.set(wheels[part]![++turned[part]!]!, begins[part]);
  }
}

/**
 * Independent parts side by side, such as blocks, or tiers whose starts are drawn each for itself.
 *
 * @param spaces The parts in their order.
 * @example
 * product([arrangements([1, 1]), arrangements([1, 1])]).count; // 4n
 */
export function product(spaces: readonly AssignmentSpace[]): AssignmentSpace {
  if (spaces.length === 1) return spaces[0]!;
  const begins = offsets(spaces);
  return {
    nUnits: spaces.reduce((sum, { nUnits }) => sum + nUnits, 0),
    count: spaces.reduce((count, space) => count * space.count, 1n),
    enumerate: () => combinations(spaces),
    sample(stream, out, from = 0) {
      for (let p = 0; p < spaces.length; p++) spaces[p]!.sample(stream, out, from + begins[p]!);
    },
    misfits: (assignment, names) =>
      spaces.flatMap((space, p) => {
        const part = assignment.subarray(begins[p]!, begins[p]! + space.nUnits);
        return space
          .misfits(part, names)
          .map(({ unit, message }) => ({ unit: begins[p]! + (unit ?? 0), message }));
      }),
  };
}
