import { inParallel } from "./parallel.mjs";

/** Pools that one worker simulates at a time. */
const CHUNK = 50;

/**
 * Simulates every cell of a study of pools, in chunks that workers share.
 *
 * @param worker Address of the worker, which answers `{ k, tauSquared, from, to }` with one answer for each pool.
 * @param cells Numbers of series with the variance between them: `{ k, tauSquared }`.
 * @param nPools Pools of each cell.
 * @returns For each cell the answers of all its pools, in order.
 */
export async function poolsOfCells(worker, cells, nPools) {
  const starts = Array.from({ length: Math.ceil(nPools / CHUNK) }, (_, chunk) => chunk * CHUNK);
  const tasks = cells.flatMap((cell) =>
    starts.map((from) => ({ ...cell, from, to: Math.min(nPools, from + CHUNK) })),
  );
  const answers = await inParallel(worker, tasks);
  return cells.map((_, c) => answers.slice(c * starts.length, (c + 1) * starts.length).flat());
}

/** Every number of series with every variance between them. */
export function cellsOf(sizes, tauSquares) {
  return sizes.flatMap((k) => tauSquares.map((tauSquared) => ({ k, tauSquared })));
}
