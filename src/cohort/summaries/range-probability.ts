/** Whether the shortest, and whether the longest, of the durations lies in a cell: 1, 2 or both; 0 where neither may. */
type Mark = 0 | 1 | 2 | 3;
const N_STATES = 4;
const BOTH = 3;

/** Adds what a state becomes in each cell. */
function forward(from: Float64Array, to: Float64Array, cells: Float64Array, marks: readonly Mark[]): void {
  to.fill(0);
  for (let state = 0; state < N_STATES; state++) {
    for (let c = 0; c < marks.length; c++) to[state | marks[c]!]! += from[state]! * cells[c]!;
  }
}

/**
 * Probability that, of several independent values, none lies outside a row of cells, and at least one each lies in the cells
 * marked for the smallest and for the largest; a sum of positive terms without any difference.
 *
 * @param cells For each value, the probabilities of the cells.
 * @param marks For each cell: 1 for the smallest, 2 for the largest, 3 for both, 0 for neither.
 * @param slopes Filled with the derivatives by the probabilities of the cells, where they are given.
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., section 5.2 (values that are not identically distributed).
 */
export function rangeProbability(
  cells: readonly Float64Array[],
  marks: readonly Mark[],
  slopes?: readonly Float64Array[],
): number {
  const n = cells.length;
  const reached = Array.from({ length: n + 1 }, () => new Float64Array(N_STATES));
  reached[0]![0] = 1;
  for (let i = 0; i < n; i++) forward(reached[i]!, reached[i + 1]!, cells[i]!, marks);
  const probability = reached[n]![BOTH]!;
  if (!slopes) return probability;
  let ahead = Float64Array.of(0, 0, 0, 1);
  for (let i = n - 1; i >= 0; i--) {
    const before = new Float64Array(N_STATES);
    for (let c = 0; c < marks.length; c++) {
      let slope = 0;
      for (let state = 0; state < N_STATES; state++) {
        const onward = ahead[state | marks[c]!]!;
        slope += reached[i]![state]! * onward;
        before[state]! += cells[i]![c]! * onward;
      }
      slopes[i]![c] = slope;
    }
    ahead = before;
  }
  return probability;
}

/**
 * The cells that two windows make of a line, for the smallest and the largest of several values.
 *
 * @param smallest Window of the smallest value.
 * @param largest Window of the largest value, which may overlap the other one but ends no earlier.
 * @returns The ends of the cells, one more than there are cells, and the mark of each.
 */
export function rangeCells(
  smallest: readonly [number, number],
  largest: readonly [number, number],
): { ends: number[]; marks: Mark[] } {
  const ends = [...smallest, ...largest].sort((a, b) => a - b);
  const marks = ends.slice(1).map((end, c): Mark => {
    const middle = 0.5 * (ends[c]! + end);
    const low = middle > smallest[0] && middle < smallest[1] ? 1 : 0;
    const high = middle > largest[0] && middle < largest[1] ? 2 : 0;
    return (low | high) as Mark;
  });
  return { ends, marks };
}
