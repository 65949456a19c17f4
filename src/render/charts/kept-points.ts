/** How far a straight line may pass above or below a point that is left out, in pixels: less than can be seen. */
const TOLERANCE = 0.2;

/** A point in pixels. */
interface Point {
  x: number;
  y: number;
}

/** How far a point between two others stands above or below the line that joins them. */
function offLine({ x, y }: Point, from: Point, to: Point): number {
  const share = to.x > from.x ? (x - from.x) / (to.x - from.x) : 0;
  return Math.abs(y - (from.y + share * (to.y - from.y)));
}

/**
 * The points that a curve needs to look the same, for curves of few points draw fast.
 *
 * @param points From left to right.
 * @returns Their places in the list, in order; always the first and the last.
 * @see Douglas & Peucker (1973), Cartographica 10:112–122. doi:10.3138/FM57-6770-U75U-7727
 * @example
 * keptPoints([{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 2, y: 2 }]); // [0, 2]
 */
export function keptPoints(points: readonly Point[]): number[] {
  if (points.length < 3) return [...points.keys()];
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let [farthest, most] = [-1, TOLERANCE];
    for (let i = from + 1; i < to; i++) {
      const off = offLine(points[i]!, points[from]!, points[to]!);
      if (off > most) [farthest, most] = [i, off];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((a, b) => a - b);
}
