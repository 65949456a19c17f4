import { sampleWithoutReplacement } from "../../math/random/permutation.ts";
import { countSubsets } from "../../math/resampling/counts.ts";
import { subsets } from "../../math/resampling/subsets.ts";
import type { AssignmentSpace, Misfit } from "./assignment-space.ts";

/** Phases in a fixed order whose change points are drawn. */
export interface PhaseOrder {
  nScores: number;
  /** Number of the treatment of each phase. */
  sequence: readonly number[];
  /** Least number of scores in each phase. */
  minimumLength: number;
}

/** The slack after the least lengths is divided by bars: `bars` ascending among slack + bars places. */
function fill(order: PhaseOrder, bars: ArrayLike<number>, out: Uint8Array, from: number): void {
  const { nScores, sequence, minimumLength } = order;
  let at = from;
  for (let p = 0; p < sequence.length; p++) {
    const isLast = p === sequence.length - 1;
    const extra = isLast ? 0 : bars[p]! - (p > 0 ? bars[p - 1]! + 1 : 0);
    const end = isLast ? from + nScores : at + minimumLength + extra;
    out.fill(sequence[p]!, at, end);
    at = end;
  }
}

/** Lengths of the runs of equal treatment, with where they begin. */
function runsOf(assignment: Uint8Array): { treatment: number; begins: number; length: number }[] {
  const runs: { treatment: number; begins: number; length: number }[] = [];
  assignment.forEach((treatment, begins) => {
    if (runs.at(-1)?.treatment === treatment) runs.at(-1)!.length++;
    else runs.push({ treatment, begins, length: 1 });
  });
  return runs;
}

function misfits(order: PhaseOrder, assignment: Uint8Array, names: readonly string[]): Misfit[] {
  const { nScores, sequence, minimumLength } = order;
  const name = (t: number | undefined): string =>
    t === undefined ? "nothing" : (names[t] ?? `treatment ${t + 1}`);
  if (assignment.length !== nScores)
    return [{ unit: null, message: `needs ${nScores} scores, got ${assignment.length}` }];
  const runs = runsOf(assignment);
  const wrong = runs.find(({ treatment }, p) => treatment !== sequence[p]);
  if (wrong || runs.length !== sequence.length) {
    const needed = sequence.map(name).join(", ");
    const found = runs.map(({ treatment }) => name(treatment)).join(", ");
    return [{ unit: wrong?.begins ?? null, message: `needs phases of ${needed}, got ${found}` }];
  }
  return runs
    .filter(({ length }) => length < minimumLength)
    .map(({ begins, length, treatment }) => ({
      unit: begins,
      message: `needs at least ${minimumLength} scores in each phase, got ${length} in one of ${name(treatment)}`,
    }));
}

/**
 * Phases in a fixed order, every choice of change points with phases of at least a given length being equally likely.
 *
 * @returns A space of C(n − p·m + p − 1, p − 1) assignments for p phases of at least m of n scores.
 * @see Onghena (1992), Behav Assess 14:153–171 (phase designs with random change points).
 * @example
 * phases({ nScores: 20, sequence: [0, 1], minimumLength: 3 }).count; // 15n
 */
export function phases(order: PhaseOrder): AssignmentSpace {
  const { nScores, sequence, minimumLength } = order;
  const nBars = sequence.length - 1;
  const places = nScores - sequence.length * minimumLength + nBars;
  return {
    nUnits: nScores,
    count: places < nBars ? 0n : countSubsets(places, nBars),
    *enumerate() {
      const assignment = new Uint8Array(nScores);
      for (const { members } of subsets(places, nBars)) {
        fill(order, members, assignment, 0);
        yield assignment;
      }
    },
    sample(stream, out, from = 0) {
      fill(order, sampleWithoutReplacement(stream, places, nBars).sort(), out, from);
    },
    misfits: (assignment, names) => misfits(order, assignment, names),
  };
}
