import { integerBelow } from "../../math/random/integer-below.ts";
import type { RandomStream } from "../../math/random/random-stream.ts";
import { countSubsets } from "../../math/resampling/counts.ts";
import { type AssignmentSpace, countEach, type Misfit, tally } from "./assignment-space.ts";

/** Brings an arrangement to the next in lexicographic order; false after the last. */
function advance(arrangement: Uint8Array): boolean {
  let i = arrangement.length - 2;
  while (i >= 0 && arrangement[i]! >= arrangement[i + 1]!) i--;
  if (i < 0) return false;
  let j = arrangement.length - 1;
  while (arrangement[j]! <= arrangement[i]!) j--;
  const moved = arrangement[i]!;
  arrangement[i] = arrangement[j]!;
  arrangement[j] = moved;
  arrangement.subarray(i + 1).reverse();
  return true;
}

/** The first arrangement: all of the first treatment, then all of the second, … */
function ordered(counts: readonly number[]): Uint8Array {
  return Uint8Array.from(counts.flatMap((count, treatment) => new Array<number>(count).fill(treatment)));
}

function multinomial(counts: readonly number[]): bigint {
  let placed = 0;
  return counts.reduce((product, count) => {
    placed += count;
    return product * countSubsets(placed, count);
  }, 1n);
}

/** Draws treatments unit by unit, each as likely as its share of those left. */
function draw(counts: readonly number[], stream: RandomStream, out: Uint8Array, from: number): void {
  const left = Uint32Array.from(counts);
  const nUnits = left.reduce((sum, count) => sum + count, 0);
  for (let remaining = nUnits; remaining > 0; remaining--) {
    let place = remaining > 1 ? integerBelow(stream, remaining) : 0;
    let treatment = 0;
    while (place >= left[treatment]!) place -= left[treatment++]!;
    left[treatment]!--;
    out[from + nUnits - remaining] = treatment;
  }
}

/** Two treatments, one unit each: one coin. */
function drawPair(_counts: readonly number[], stream: RandomStream, out: Uint8Array, from: number): void {
  const first = stream.uniform() < 0.5 ? 0 : 1;
  out[from] = first;
  out[from + 1] = 1 - first;
}

function misfit(counts: readonly number[], assignment: Uint8Array, names: readonly string[]): Misfit[] {
  const found = countEach(assignment, counts.length);
  if (assignment.length === ordered(counts).length && found.every((n, t) => n === counts[t])) return [];
  const seen = counts.map(() => 0);
  const unit = assignment.findIndex((t) => ++seen[t]! > (counts[t] ?? 0));
  return [
    {
      unit: unit < 0 ? null : unit,
      message: `needs ${tally(counts, names)}, got ${tally(found, names)}`,
    },
  ];
}

/**
 * Every order of treatments that occur a fixed number of times each.
 *
 * @param counts How often each treatment occurs; none negative.
 * @returns A space of n!/(n₁! n₂! …) assignments.
 * @see Knuth (2011), The Art of Computer Programming 4A, section 7.2.1.2, algorithm L (lexicographic orders of a multiset).
 * @example
 * arrangements([6, 6]).count; // 924n
 */
export function arrangements(counts: readonly number[]): AssignmentSpace {
  const first = ordered(counts);
  const isPair = counts.length === 2 && counts.every((count) => count === 1);
  const drawOne = isPair ? drawPair : draw;
  return {
    nUnits: first.length,
    count: multinomial(counts),
    *enumerate() {
      const arrangement = first.slice();
      do yield arrangement;
      while (advance(arrangement));
    },
    sample: (stream, out, from = 0) => drawOne(counts, stream, out, from),
    misfits: (assignment, names) => misfit(counts, assignment, names),
  };
}
