import { integerBelow, type RandomStream } from "../../../math/index.ts";
import { type IndexBox, nearestIndex, pickQuantileRanks } from "./index-boxes.ts";
import type { SampleSpace } from "./sample-space.ts";

/** A sample in the making: an index for each rank, and its running sums. */
interface Attempt {
  at: Int32Array;
  sum: number;
  squares: number;
}

function set({ values }: SampleSpace, attempt: Attempt, rank: number, index: number): void {
  const [before, after] = [values[attempt.at[rank]!]!, values[index]!];
  attempt.sum += after - before;
  attempt.squares += after * after - before * before;
  attempt.at[rank] = index;
}

function spreadOf({ n }: SampleSpace, { sum, squares }: Attempt): number {
  return squares - (sum * sum) / n;
}

/** The sum that a sample is moved towards: where it is, or any that is allowed, a new one each time since not all can be reached. */
function aim({ sum }: SampleSpace, now: number, stream: RandomStream): number {
  return now >= sum.lower && now <= sum.upper ? now : sum.lower + stream.uniform() * (sum.upper - sum.lower);
}

function meetsSum({ sum, tolerance }: SampleSpace, { sum: now }: Attempt): boolean {
  return now >= sum.lower - tolerance && now <= sum.upper + tolerance;
}

/** How far the spread is from what is allowed. */
function excess({ squares, tolerance, values }: SampleSpace, spread: number): number {
  const slack = tolerance * Math.max(values[values.length - 1]!, tolerance);
  return Math.max(squares.lower - slack - spread, spread - squares.upper - slack, 0);
}

/** Another index for a rank: a neighbour, or any. */
function proposal(index: number, low: number, high: number, stream: RandomStream): number {
  const choice = integerBelow(stream, 4);
  if (choice >= 2) return low + integerBelow(stream, high - low + 1);
  return Math.min(Math.max(index + (choice === 0 ? -1 : 1), low), high);
}

/** Moves one rank at random and another one against it, so that the sum stays; kept where the spread comes no further off. */
function movePair(
  space: SampleSpace,
  boxes: readonly IndexBox[],
  attempt: Attempt,
  stream: RandomStream,
): void {
  const { n, values } = space;
  const first = integerBelow(stream, n);
  const second = (first + 1 + integerBelow(stream, n - 1)) % n;
  const [low, high] = boxes[first]!;
  const held = [attempt.at[first]!, attempt.at[second]!] as const;
  const before = excess(space, spreadOf(space, attempt));
  set(space, attempt, first, proposal(attempt.at[first]!, low, high, stream));
  const [least, most] = boxes[second]!;
  const wanted = aim(space, attempt.sum, stream) - attempt.sum + values[attempt.at[second]!]!;
  set(space, attempt, second, Math.min(Math.max(nearestIndex(values, wanted), least), most));
  if (meetsSum(space, attempt) && excess(space, spreadOf(space, attempt)) <= before) return;
  set(space, attempt, first, held[0]);
  set(space, attempt, second, held[1]);
}

/** Moves pairs until the spread fits, or has come no nearer for long. */
function approachSpread(
  space: SampleSpace,
  boxes: readonly IndexBox[],
  attempt: Attempt,
  stream: RandomStream,
): void {
  let nearest = excess(space, spreadOf(space, attempt));
  for (let idle = 0; nearest > 0 && idle < 20 * space.n; idle++) {
    movePair(space, boxes, attempt, stream);
    const now = excess(space, spreadOf(space, attempt));
    if (now < nearest) idle = 0;
    nearest = now;
  }
}

/**
 * Draws one sample that fits, by moves that start from random values: first until the sum fits, then in pairs that leave the sum
 * and bring the spread nearer.
 *
 * Samples are not met equally often, and some may never be.
 *
 * @param boxes As `indexBoxes` gives them.
 * @returns Indexes from least to greatest; undefined where the moves led nowhere.
 * @see Heathers, Anaya, van der Zee & Brown (2018), PeerJ Preprints 6:e26968v1 (SPRITE). doi:10.7287/peerj.preprints.26968v1
 */
export function drawSample(
  space: SampleSpace,
  boxes: readonly IndexBox[],
  stream: RandomStream,
): Int32Array | undefined {
  const { n, values } = space;
  const picked = pickQuantileRanks(space, boxes, stream);
  if (picked === undefined) return undefined;
  const attempt: Attempt = { at: new Int32Array(n), sum: n * values[0]!, squares: n * values[0]! ** 2 };
  for (const [rank, [low, high]] of picked.entries())
    set(space, attempt, rank, low + integerBelow(stream, high - low + 1));
  for (let move = 0; move < 20 * n && !meetsSum(space, attempt); move++) {
    const rank = integerBelow(stream, n);
    const [low, high] = picked[rank]!;
    const wanted = aim(space, attempt.sum, stream) - attempt.sum + values[attempt.at[rank]!]!;
    set(space, attempt, rank, Math.min(Math.max(nearestIndex(values, wanted), low), high));
  }
  if (!meetsSum(space, attempt)) return undefined;
  if (n > 1) {
    for (let move = 0; move < 5 * n; move++) movePair(space, picked, attempt, stream);
    approachSpread(space, picked, attempt, stream);
  }
  if (excess(space, spreadOf(space, attempt)) > 0) return undefined;
  return attempt.at.sort();
}
