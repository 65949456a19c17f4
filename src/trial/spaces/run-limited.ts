import type { RandomStream } from "../../math/random/random-stream.ts";
import { arrangements } from "./arrangements.ts";
import type { AssignmentSpace, Misfit } from "./assignment-space.ts";
import { type RunCounts, runCounts } from "./run-counts.ts";

/** All orders in lexicographic order; only treatments are tried from which the order can be completed. */
function* orders(table: RunCounts, nUnits: number, k: number): Generator<Uint8Array, void, undefined> {
  if (table.ways(table.start) === 0n) return;
  const order = new Uint8Array(nUnits);
  const tried = new Int32Array(nUnits).fill(-1);
  const states = new Float64Array(nUnits + 1).fill(table.start);
  for (let u = 0; u >= 0; ) {
    let next = -1;
    while (next < 0 && ++tried[u]! < k) {
      const state = table.after(states[u]!, tried[u]!);
      if (state >= 0 && table.ways(state) > 0n) next = state;
    }
    if (next < 0) {
      tried[u--] = -1;
      continue;
    }
    order[u] = tried[u]!;
    if (u === nUnits - 1) yield order;
    else states[++u] = next;
  }
}

function drawOrder(table: RunCounts, nUnits: number, stream: RandomStream, out: Uint8Array, from: number) {
  let state = table.start;
  for (let u = 0; u < nUnits; u++) {
    const shares = table.cumulative(state);
    const uniform = stream.uniform();
    let treatment = 0;
    while (uniform >= shares[treatment]!) treatment++;
    out[from + u] = treatment;
    state = table.after(state, treatment);
  }
}

function longRuns(assignment: Uint8Array, limit: number, names: readonly string[]): Misfit[] {
  let run = 0;
  return Array.from(assignment).flatMap((treatment, unit) => {
    run = unit > 0 && treatment === assignment[unit - 1] ? run + 1 : 1;
    if (run !== limit + 1) return [];
    const name = names[treatment] ?? `treatment ${treatment + 1}`;
    return [{ unit, message: `needs at most ${limit} in a row of ${name}, got more` }];
  });
}

/**
 * Every order of treatments that occur a fixed number of times each, none more than `limit` times in a row.
 *
 * An order is drawn unit by unit with the share of all completed orders that go on that way, which makes all of them
 * equally likely; drawing run by run or mending a bad order would not.
 *
 * @param counts How often each treatment occurs.
 * @param limit Longest run, at least 1.
 * @returns A space that is empty where no order fits.
 * @see Nijenhuis & Wilf (1978), Combinatorial Algorithms, 2nd ed., chapter 13 (drawing by counts of completions).
 * @example
 * runLimited([4, 4], 2).count; // 34n
 */
export function runLimited(counts: readonly number[], limit: number): AssignmentSpace {
  const table = runCounts(counts, limit);
  const free = arrangements(counts);
  const { nUnits } = free;
  return {
    nUnits,
    count: table.ways(table.start),
    enumerate: () => orders(table, nUnits, counts.length),
    sample: (stream, out, from = 0) => drawOrder(table, nUnits, stream, out, from),
    misfits: (assignment, names) => [
      ...free.misfits(assignment, names),
      ...longRuns(assignment, limit, names),
    ],
  };
}
